using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.App.Storage;

/// <summary>How values of the domain are written into blobs and table properties: one form, the same bytes for the same value.</summary>
/// <remarks>
/// What follows from the rest (a reason's sentence, the tree once more as instruments and indicators) is left out: it made five
/// sixths of a stored result, and reading computes it anew. So are the empty children of a leaf.
/// </remarks>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Every member of a type, those that follow from the rest too, for readers that do not compute.</summary>
    internal static IJsonTypeInfoResolver EveryMember => new DefaultJsonTypeInfoResolver { Modifiers = { NameOutcomes } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">What is stored is not what we write: a bug, or a foreign hand.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Stored null.");

    /// <exception cref="JsonException">What is stored is not what we write: a bug, or a foreign hand.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Stored null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectRequiredConstructorParameters = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameOutcomes, LeaveOutWhatFollows, LeaveOutEmptyBranches } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new FiscalYearConverter());
        options.Converters.Add(new ScoreKeyConverter());
        options.MakeReadOnly();
        return options;
    }

    // Domain knows nothing of JSON, so the three outcomes of a rating get their names here.
    private static void NameOutcomes(JsonTypeInfo type)
    {
        if (type.Type == typeof(RatingOutcome))
        {
            type.PolymorphismOptions = new()
            {
                TypeDiscriminatorPropertyName = "outcome",
                DerivedTypes =
                {
                    new(typeof(RatingOutcome.Decided), "decided"),
                    new(typeof(RatingOutcome.CannotBeTold), "cannotBeTold"),
                    new(typeof(RatingOutcome.NotRated), "notRated"),
                },
            };
        }
    }

    // What has no setter is computed from what has one.
    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null && property.AssociatedParameter is null).ToList())
        {
            type.Properties.Remove(computed);
        }
    }

    // A missing member reads as its default, and the default of a node's branches is none.
    private static void LeaveOutEmptyBranches(JsonTypeInfo type)
    {
        if (type.Type == typeof(ScoreNode))
        {
            foreach (var branch in type.Properties.Where(property => property.PropertyType == typeof(ImmutableArray<ScoreNode>)))
            {
                branch.ShouldSerialize = (_, nodes) => nodes is ImmutableArray<ScoreNode> { IsDefaultOrEmpty: false };
            }
        }
    }

    private sealed class FiscalYearConverter : JsonConverter<FiscalYear>
    {
        public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FiscalYear.FromBuddhistEra(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.BuddhistEra);
    }

    private sealed class ScoreKeyConverter : JsonConverter<ScoreKey>
    {
        public override ScoreKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ScoreKey.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, ScoreKey value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override ScoreKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ScoreKey.Parse(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, ScoreKey value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}
