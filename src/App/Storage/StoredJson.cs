using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ita.App.Storage;

/// <summary>Serializes domain values for blobs and table properties. Equal values have equal bytes.</summary>
/// <remarks>Computed members (a reason's sentence, the tree grouped by instruments and indicators) are left out and
/// computed when read: they were five sixths of a stored result. Empty child lists of a leaf are left out too.
/// </remarks>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Every member of a type including computed ones, for readers that do not compute.</summary>
    internal static IJsonTypeInfoResolver EveryMember => new DefaultJsonTypeInfoResolver { Modifiers = { NameOutcomes } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">The stored JSON was not written by this app.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The stored JSON is null.");

    /// <exception cref="JsonException">The stored JSON was not written by this app.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The stored JSON is null.");

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

    // Domain has no reference to JSON, so the discriminators of a rating's three outcomes are declared here.
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
                    new(typeof(RatingOutcome.Undecided), "cannotBeTold"),
                    new(typeof(RatingOutcome.NotRated), "notRated"),
                },
            };
        }
    }

    // A member without a setter is computed from the others.
    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null && property.AssociatedParameter is null).ToList())
        {
            type.Properties.Remove(computed);
        }
    }

    // A missing member is read as its default, which for the children of a node is the empty list.
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
