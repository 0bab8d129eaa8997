using System.Net;
using System.Text;
using System.Text.Json;
using Ita.Functions.Storage;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.Contract;

/// <summary>The running handler keeps its half of the payload contract (contract.md, sections 3 and 6).</summary>
[Collection(AppTests.Name)]
public sealed class InvocationTests(RunningApp running) : IDisposable
{
    private readonly Invoking _handler = new(running.App.HandlerAddress);

    public static TheoryData<string> Steps => [.. FunctionFile.All.Where(function => !function.IsHttp).Select(function => function.Function)];

    [Theory, MemberData(nameof(Steps))]
    public async Task Whatever_payload_comes_the_answer_is_a_json_object_or_a_plain_failure(string function)
    {
        foreach (var file in PayloadFiles.Names)
        {
            var answer = await _handler.PostAsync(function, PayloadFiles.Text(file));

            Assert.Contains(answer.Status, (IEnumerable<HttpStatusCode>)[HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError]);
            if (answer.Status == HttpStatusCode.OK)
            {
                HoldsOnlyDeclaredMessages(function, answer);
            }
        }
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task A_malformed_body_is_refused(string function)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _handler.PostAsync(function, "{}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _handler.PostAsync(function, "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _handler.PostAsync(function, "no json")).Status);
    }

    [Theory]
    [InlineData("Ingest", "queue-string-json.json")]
    [InlineData("Ingest", "queue-string-plain.json")]
    [InlineData("Score", "queue-datatype-binary.json")]
    [InlineData("Score", "queue-string-plain.json")]
    [InlineData("Render", "queue-datatype-binary.json")]
    [InlineData("PoisonIngest", "queue-string-plain.json")]
    [InlineData("PoisonScore", "queue-string-json.json")]
    [InlineData("PlanRun", "queue-string-json.json")]
    [InlineData("PoisonRender", "queue-datatype-binary.json")]
    [InlineData("PoisonPlan", "queue-datatype-binary.json")]
    public async Task A_message_of_somebody_else_fails_with_500_and_no_outputs(string function, string file)
    {
        var answer = await _handler.PostAsync(function, PayloadFiles.Text(file));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain("Outputs", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_arrived_asks_for_its_ingest_in_base64_to_the_byte()
    {
        var answer = await _handler.PostAsync("UploadArrived", PayloadFiles.Text("blob-trigger.json"));
        var id = (await running.Api.JsonAsync("uploads")).EnumerateArray()
            .Single(upload => upload.GetProperty("name").GetString() == "2025/acme data.csv").GetProperty("id").GetString();

        Assert.Equal($$"""{"upload":"{{id}}"}""", answer.Message("ingestJob"));
    }

    [Theory]
    [InlineData("timer.json")]
    [InlineData("timer-retry-context.json")]
    [InlineData("timer-usemonitor-false.json")]
    public async Task The_timer_asks_for_one_run_named_after_its_year(string file)
    {
        var answer = await _handler.PostAsync("AnnualRun", PayloadFiles.Text(file));
        var job = JsonSerializer.Deserialize<JsonElement>(answer.Message("planJob"));

        Assert.Equal($"annual-{job.GetProperty("year").GetInt32()}", job.GetProperty("run").GetString());
    }

    [Fact]
    public async Task A_blob_of_40_MB_is_taken_whole()
    {
        const int Size = 40 * 1024 * 1024;
        var file = ScoreFile.Bytes(ScoreFile.Of("2565,BIG,I1,80.00")).Concat(Enumerable.Repeat((byte)'\n', Size)).Take(Size).ToArray();

        var answer = await _handler.PostAsync("UploadArrived", PayloadFiles.Blob(file, "big.csv"));

        var id = JsonSerializer.Deserialize<JsonElement>(answer.Message("ingestJob")).GetProperty("upload").GetString();
        var kept = await running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming).GetBlobClient(id).GetPropertiesAsync();
        Assert.Equal(Size, kept.Value.ContentLength);
    }

    public void Dispose() => _handler.Dispose();

    private static void HoldsOnlyDeclaredMessages(string function, Answered answer)
    {
        Assert.Equal("application/json", answer.MediaType);
        Assert.All(answer.Outputs.EnumerateObject(), output =>
        {
            Assert.Contains(output.Name, FunctionFile.Of(function).Outputs);
            Assert.StartsWith("{", Encoding.UTF8.GetString(output.Value.GetBytesFromBase64()), StringComparison.Ordinal);
        });
    }
}
