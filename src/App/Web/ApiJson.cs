using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ita.App.Storage;

namespace Ita.App.Web;

/// <summary>How the API writes JSON: as it is stored, but with nulls, for "no score" is something to say, and with all that is only computed.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(StoredJson.Options)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = StoredJson.EveryMember,
        };
        options.MakeReadOnly();
        return options;
    }
}
