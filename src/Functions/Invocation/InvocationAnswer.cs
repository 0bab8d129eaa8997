using System.Collections.Immutable;
using System.Text;

namespace Ita.Functions.Invocation;

/// <summary>
/// The answer to the Functions host: always a JSON object, for an empty body is never taken as an answer and the invocation
/// would hang until its time-out (contract.md §3).
/// </summary>
/// <param name="Outputs">Messages by output binding name, in base64.</param>
/// <param name="Logs">Lines for the host's log; no personal data.</param>
public sealed record InvocationAnswer(ImmutableSortedDictionary<string, string> Outputs, ImmutableArray<string> Logs)
{
    /// <summary>Serialised with the others; the host wants the member to be there.</summary>
    public object? ReturnValue => null;

    public static InvocationAnswer Done(params string[] logs) => new(ImmutableSortedDictionary<string, string>.Empty, [.. logs]);

    /// <summary>This answer with one queue message more.</summary>
    /// <remarks>Base64, because the host decodes any text that happens to be base64 and re-prints any text that looks like JSON.</remarks>
    public InvocationAnswer Sending(string binding, string message) =>
        this with { Outputs = Outputs.Add(binding, Convert.ToBase64String(Encoding.UTF8.GetBytes(message))) };
}
