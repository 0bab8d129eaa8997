using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace Ita.LocalHost.TestWorker;

/// <summary>Records every call for the test: one line of JSON in the file that TEST_CALLS names.</summary>
internal static class Calls
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("TEST_CALLS");
    private static readonly Lock Turn = new();

    /// <summary>Waits until the test has created the file <c>{TEST_CALLS}.go</c>.</summary>
    public static async Task UntilReleasedAsync(CancellationToken cancellationToken)
    {
        while (!File.Exists(Path + ".go"))
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    /// <summary>Returns the number of calls with this body so far, including this one.</summary>
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
            ["data"] = JsonSerializer.SerializeToNode(
                context.BindingContext.BindingData.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString())),
        };
        lock (Turn)
        {
            File.AppendAllText(Path!, line.ToJsonString() + "\n");
            return File.ReadLines(Path!).Count(known => (string?)JsonNode.Parse(known)!["body"] == base64);
        }
    }
}
