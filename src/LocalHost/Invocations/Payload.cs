using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Invocations;

/// <summary>What a trigger brings: the value under the binding's name, and the facts about it.</summary>
internal sealed record TriggerValue(PayloadValue Data, IReadOnlyList<KeyValuePair<string, PayloadValue>> Facts);

/// <summary>Which try of a function with a <c>retry</c> policy this is; 0 is the first.</summary>
internal sealed record RetryContext(int RetryCount, int MaxRetryCount);

/// <summary>The facts every invocation gets under <c>sys</c>.</summary>
internal sealed record SystemFacts(string MethodName, DateTimeOffset UtcNow, Guid RandGuid)
{
    public PayloadValue ToValue() => new NodeValue(new JsonObject
    {
        [nameof(MethodName)] = MethodName,
        [nameof(UtcNow)] = UtcNow.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        [nameof(RandGuid)] = RandGuid.ToString(),
    });
}

/// <summary>The JSON body of one invocation in payload mode: <c>{"Data":{…},"Metadata":{…}}</c> (contract.md, section 2).</summary>
internal sealed class Payload
{
    private readonly string binding;
    private readonly PayloadValue data;
    private readonly OrderedDictionary<string, PayloadValue> metadata = new(StringComparer.OrdinalIgnoreCase);

    public Payload(string binding, TriggerValue trigger, SystemFacts system, RetryContext? retry)
    {
        this.binding = binding;
        data = trigger.Data;
        Add(trigger.Facts);
        Add([KeyValuePair.Create("sys", system.ToValue())]);
        Add(MessageProperties.Of(trigger.Data));
        if (retry is not null)
        {
            Add([KeyValuePair.Create<string, PayloadValue>("RetryContext", RetryFacts(retry))]);
        }
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("Data");
        Write(json, binding, data);
        json.WriteEndObject();
        json.WriteStartObject("Metadata");
        foreach (var (key, value) in metadata)
        {
            Write(json, key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public override string ToString()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Writing))
        {
            WriteTo(json);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string key, PayloadValue value)
    {
        json.WritePropertyName(key);
        value.Write(json);
    }

    private static NodeValue RetryFacts(RetryContext retry) => new(new JsonObject
    {
        ["RetryCount"] = retry.RetryCount,
        ["MaxRetryCount"] = retry.MaxRetryCount,
        ["Exception"] = null,
    });

    // A later fact of the same name wins, so a message can forge Id or DequeueCount; that is the host's own behaviour.
    private void Add(IEnumerable<KeyValuePair<string, PayloadValue>> facts)
    {
        foreach (var (key, value) in facts.Where(fact => !fact.Key.EndsWith("trigger", StringComparison.OrdinalIgnoreCase)))
        {
            metadata[key] = value;
        }
    }
}
