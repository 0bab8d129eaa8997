using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace Ita.App.Web;

/// <summary>The API's JSON: as stored, but with nulls and computed members.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Reads bodies: numbers are no texts, and members are known, not null where the type is not, and stated once.</summary>
    public static JsonSerializerOptions Strict { get; } = CreateStrict();

    /// <summary>Applies the same options to the schemas of the OpenAPI document.</summary>
    internal static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.TypeInfoResolver = StoredJson.EveryMember;
        foreach (var converter in StoredJson.Options.Converters)
        {
            options.Converters.Add(converter);
        }
    }

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

    private static JsonSerializerOptions CreateStrict()
    {
        var options = new JsonSerializerOptions(Options)
        {
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
        };
        options.MakeReadOnly();
        return options;
    }
}
