using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Ita.Domain.Texts;

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

    /// <summary>Reads texts in one spelling, as files are read.</summary>
    private sealed class OneSpelling : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ThaiSpelling.Repair(InvisibleCharacters.Remove(reader.GetString()!));

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private static JsonSerializerOptions CreateStrict()
    {
        var options = new JsonSerializerOptions(Options)
        {
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            Converters = { new OneSpelling() },
        };
        options.MakeReadOnly();
        return options;
    }
}
