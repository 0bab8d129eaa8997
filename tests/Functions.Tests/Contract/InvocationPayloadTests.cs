using System.Text;
using System.Text.Json;
using Ita.Functions.Invocation;

namespace Ita.Functions.Tests.Contract;

/// <summary>Each payload the host sends is read for what it is, wrapped once or twice.</summary>
public sealed class InvocationPayloadTests
{
    [Theory]
    [InlineData("queue-string-json.json")]
    [InlineData("queue-datatype-binary.json")]
    public async Task A_queue_message_is_read_however_often_it_was_wrapped(string file)
    {
        var message = JsonSerializer.Deserialize<JsonElement>((await PayloadFiles.ReadAsync(file)).Message("job"));

        Assert.Equal("j-1", message.GetProperty("jobId").GetString());
        Assert.Equal(2025, message.GetProperty("year").GetInt32());
        Assert.Equal(1, message.GetProperty("nested").GetProperty("a").GetInt32());
    }

    [Fact]
    public async Task A_message_of_plain_text_is_that_text() =>
        Assert.Equal("HelloWorld", (await PayloadFiles.ReadAsync("queue-string-plain.json")).Message("job"));

    [Theory]
    [InlineData("""{"Data":{"job":"{\"upload\":\"กข\"}"}}""")]
    [InlineData("""{"Data":{"job":"\"{\\\"upload\\\":\\\"กข\\\"}\""}}""")]
    [InlineData("""{"Data":{"job":{"upload":"กข"}}}""")]
    [InlineData("""{"Data":{"job":"eyJ1cGxvYWQiOiLguIHguIIifQ=="}}""")]
    [InlineData("""{"Data":{"job":"\"eyJ1cGxvYWQiOiLguIHguIIifQ==\""},"Metadata":null}""")]
    public async Task One_message_in_five_forms_is_one_message(string body) =>
        Assert.Equal("""{"upload":"กข"}""", (await PayloadFiles.ParseAsync(body)).Message("job"));

    [Theory]
    [InlineData("blob-binary.json")]
    [InlineData("blob-trigger.json")]
    public async Task A_blob_is_its_bytes(string file) =>
        Assert.Equal("id;name\n1;Zoë\n", Encoding.UTF8.GetString((await PayloadFiles.ReadAsync(file)).Bytes("blob")));

    [Fact]
    public async Task A_token_of_the_path_is_unwrapped() =>
        Assert.Equal("2025/acme data.csv", (await PayloadFiles.ReadAsync("blob-trigger.json")).Token("name"));

    [Theory]
    [InlineData("คะแนน ปี 66 %3F.csv")]
    [InlineData("\\\\\\\"quoted\\\\\\\".csv", "\"quoted\".csv")]
    public async Task A_name_is_not_decoded_once_too_often(string sent, string? meant = null) =>
        Assert.Equal(meant ?? sent, (await PayloadFiles.ParseAsync(PayloadFiles.Blob([1], sent))).Token("name"));

    [Theory]
    [InlineData("timer.json", false)]
    [InlineData("timer-retry-context.json", true)]
    [InlineData("timer-usemonitor-false.json", false)]
    public async Task A_timer_is_an_object(string file, bool pastDue) =>
        Assert.Equal(pastDue, (await PayloadFiles.ReadAsync(file)).Input("timer").GetProperty("IsPastDue").GetBoolean());

    [Theory]
    [InlineData("eventgrid-jobject.json", "event", "eventType", "Microsoft.Storage.BlobCreated")]
    [InlineData("http-not-forwarded.json", "req", "Method", "POST")]
    public async Task An_event_and_a_request_are_objects(string file, string input, string property, string value) =>
        Assert.Equal(value, (await PayloadFiles.ReadAsync(file)).Input(input).GetProperty(property).GetString());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":"text"}""")]
    [InlineData("""{"data":{"job":"x"}}""")]
    public async Task What_no_host_sends_is_malformed(string body) =>
        await Assert.ThrowsAsync<MalformedPayloadException>(() => PayloadFiles.ParseAsync(body));

    [Theory]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"job":5,"blob":5},"Metadata":[]}""")]
    [InlineData("""{"Data":{"job":null,"blob":"not base64"}}""")]
    public async Task An_input_that_is_missing_or_of_another_kind_is_malformed(string body)
    {
        var payload = await PayloadFiles.ParseAsync(body);

        Assert.Throws<MalformedPayloadException>(() => payload.Message("job"));
        Assert.Throws<MalformedPayloadException>(() => payload.Bytes("blob"));
        Assert.Throws<MalformedPayloadException>(() => payload.Token("name"));
    }
}
