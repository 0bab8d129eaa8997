using Google.Protobuf;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Converts values of the WebJobs SDK as the Azure Functions host does: text, bytes, numbers and deferred bindings unchanged, other
/// values as JSON.
/// </summary>
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
