using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Ita.App.Jobs;

/// <summary>Queue messages as JSON. Messages carry references, never data.</summary>
/// <remarks>Besides its job a message carries the W3C <c>traceparent</c> of its sender, so that a print can be traced
/// back to the request that caused it.</remarks>
public static class Job
{
    private const string TraceParent = "traceparent";

    // A message of another sender must not be read as a job with missing fields.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write<T>(T job)
    {
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C, Id: { } trace })
        {
            return JsonSerializer.Serialize(job, Strict);
        }

        var message = JsonSerializer.SerializeToNode(job, Strict)!.AsObject();
        message[TraceParent] = trace;
        return message.ToJsonString(Strict);
    }

    /// <exception cref="JsonException">The message is not a job; it is moved to the poison queue.</exception>
    public static T Read<T>(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(message, Strict) ?? throw new JsonException("The message is null.");
        }
        catch (NotSupportedException fault)
        {
            // NotSupportedException is thrown for a message without the discriminator of a job that has several forms.
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <summary>The sender's trace; default when the message names none.</summary>
    public static ActivityContext TraceOf(ReadOnlySpan<byte> message)
    {
        try
        {
            var carrier = JsonSerializer.Deserialize<Carrier>(message, JsonSerializerOptions.Web);
            return ActivityContext.TryParse(carrier?.TraceParent, null, isRemote: true, out var trace) ? trace : default;
        }
        catch (JsonException)
        {
            // An invalid message is reported when the job itself is read.
            return default;
        }
    }

    private sealed record Carrier(string? TraceParent);
}
