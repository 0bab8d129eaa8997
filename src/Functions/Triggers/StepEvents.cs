using Ita.App.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>Describes the call of a trigger for the log and telemetry.</summary>
internal static class StepEvents
{
    /// <summary>The function's name and, for a queue, when the message was sent and how often it has been
    /// received.</summary>
    public static StepEvent Event(this FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        return new(context.FunctionDefinition.Name, TimeIn(data, "InsertionTime"), NumberIn(data, "DequeueCount"));
    }

    // Binding data is JSON: a time is in quotation marks, a number is text.
    private static DateTimeOffset? TimeIn(IReadOnlyDictionary<string, object?> data, string name) =>
        DateTimeOffset.TryParse(TextIn(data, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static int? NumberIn(IReadOnlyDictionary<string, object?> data, string name) =>
        int.TryParse(TextIn(data, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? TextIn(IReadOnlyDictionary<string, object?> data, string name) => data.GetValueOrDefault(name)?.ToString()?.Trim('"');
}
