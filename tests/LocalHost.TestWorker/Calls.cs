using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace Ita.LocalHost.TestWorker;

/// <summary>Writes every call down for the test: one line of JSON each in the file that TEST_CALLS names.</summary>
internal static class Calls
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("TEST_CALLS");
    private static readonly Lock Turn = new();

    /// <summary>The number of calls with this body so far, this one included.</summary>
    public static int Record(FunctionContext context, ReadOnlySpan<byte> body)
    {
        var base64 = Convert.ToBase64String(body);
        var line = new JsonObject
        {
            ["function"] = context.FunctionDefinition.Name,
            ["body"] = base64,
            ["pid"] = Environment.ProcessId,
            ["retry"] = context.RetryContext?.RetryCount,
            ["traceParent"] = context.TraceContext.TraceParent,
            ["data"] = JsonSerializer.SerializeToNode(context.BindingContext.BindingData.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString())),
        };
        lock (Turn)
        {
            File.AppendAllText(Path!, line.ToJsonString() + "\n");
            return File.ReadLines(Path!).Count(known => (string?)JsonNode.Parse(known)!["body"] == base64);
        }
    }
}
