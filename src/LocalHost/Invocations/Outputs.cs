using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Ita.LocalHost.Queues;

namespace Ita.LocalHost.Invocations;

/// <summary>Writes the queue outputs of an answer. What the answer names but no binding does is ignored, as in the host.</summary>
internal sealed class Outputs(Func<Binding, QueueClient> queueOf, MessageEncoding encoding)
{
    private const string Return = "$return";

    /// <exception cref="Azure.RequestFailedException">A queue refused a message; the invocation fails.</exception>
    public async Task WriteAsync(FunctionDefinition function, Answer.Result answer, CancellationToken stop)
    {
        var values = Values(answer);
        foreach (var binding in function.QueueOutputs)
        {
            foreach (var message in OutputMessages.Of(values.GetValueOrDefault(binding.Name), binding.IsBinary))
            {
                await queueOf(binding).SendMessageAsync(encoding.Encode(message.Span), stop);
            }
        }
    }

    private static Dictionary<string, JsonNode?> Values(Answer.Result answer)
    {
        var values = answer.Outputs.ToDictionary(output => output.Key, output => output.Value);
        values[Return] = answer.ReturnValue;
        foreach (var (name, value) in answer.ReturnValue as JsonObject ?? [])
        {
            values[name] = value;
        }

        return values;
    }
}
