using Google.Protobuf;
using Ita.LocalHost.Worker.Rpc;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;

namespace Ita.LocalHost.Triggers;

/// <summary>Values of the WebJobs SDK as the genuine host sends them: text, bytes and deferred bindings as they are, all else as JSON.</summary>
internal static class Payload
{
    public static TypedData Of(object? value) => value switch
    {
        null => new TypedData(),
        string text => new() { String = text },
        byte[] bytes => new() { Bytes = ByteString.CopyFrom(bytes) },
        double number => new() { Double = number },
        ParameterBindingData data => new() { ModelBindingData = Deferred(data) },
        _ => new() { Json = JsonConvert.SerializeObject(value) },
    };

    private static ModelBindingData Deferred(ParameterBindingData data) => new()
    {
        Version = data.Version,
        Source = data.Source,
        ContentType = data.ContentType,
        Content = ByteString.CopyFrom(data.Content),
    };
}
