using System.Text;
using System.Text.Json.Nodes;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Tests;

/// <summary>The table of contract.md, section 3.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Outputs":{},"Logs":[],"ReturnValue":null}""")]
    [InlineData("""{"outputs":{"a":"b"},"logs":["x"]}""")]
    [InlineData("""{"Outputs":null}""")]
    public void A_json_object_is_success(string body) => Assert.IsType<Answer.Result>(Read("application/json", body));

    [Fact]
    public void Text_json_is_json_too() => Assert.IsType<Answer.Result>(Read("text/json", "{}"));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public void Nothing_is_silence(string body) => Assert.IsType<Answer.Silence>(Read("application/json", body));

    [Theory]
    [InlineData("text/plain", "ok")]
    [InlineData("application/problem+json", "{}")]
    [InlineData(null, "{}")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "\"x\"")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", """{"Logs":"x"}""")]
    [InlineData("application/json", """{"Outputs":[]}""")]
    public void Anything_else_fails(string? type, string body) => Assert.IsType<Answer.Failed>(Read(type, body));

    [Fact]
    public void Names_of_outputs_keep_their_case()
    {
        var result = Assert.IsType<Answer.Result>(Read("application/json", """{"outputs":{"Job":"x"}}"""));
        Assert.False(result.Outputs.ContainsKey("job"));
        Assert.True(result.Outputs.ContainsKey("Job"));
    }

    [Theory]
    [InlineData("\"aGk=\"", "hi")]
    [InlineData("\"not base64\"", "not base64")]
    [InlineData("""{"a":1}""", "{\n  \"a\": 1\n}")]
    [InlineData("\"{\\\"a\\\":1}\"", "{\n  \"a\": 1\n}")]
    [InlineData("""{"n":1234567890123.123456789}""", "{\n  \"n\": 1234567890123.1235\n}")]
    [InlineData("""{"t":"2026-03-02T15:15:30+07:00"}""", "{\n  \"t\": \"2026-03-02T08:15:30Z\"\n}")]
    [InlineData("7", "7")]
    public void An_output_becomes_one_message(string output, string message) => Assert.Equal([message], Messages(output));

    [Fact]
    public void An_array_is_one_message_each() => Assert.Equal(["a b", "{\n  \"x\": 1\n}"], Messages("""["a b",{"x":1}]"""));

    [Fact]
    public void No_output_is_no_message() => Assert.Empty(OutputMessages.Of(null, isBinary: false));

    [Theory]
    [InlineData("done")]
    [InlineData("2026")]
    public void A_word_that_happens_to_be_base64_is_destroyed_unless_the_output_is_binary(string word)
    {
        Assert.NotEqual([word], Messages($"\"{word}\""));
        Assert.Equal([word], Messages($"\"{word}\"", isBinary: true));
    }

    private static Answer Read(string? type, string body) => Answer.Read(type, Encoding.UTF8.GetBytes(body));

    private static IEnumerable<string> Messages(string output, bool isBinary = false) =>
        OutputMessages.Of(JsonNode.Parse(output), isBinary).Select(message => Encoding.UTF8.GetString(message.Span));
}
