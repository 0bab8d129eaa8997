using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ita.Domain.Frameworks;

/// <summary>
/// Reads and writes framework files strictly: an unknown, duplicate, missing or null member is an error.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(BuddhistEraConverter),
        typeof(NamedConverter<Mark>),
        typeof(NamedConverter<Polarity>),
        typeof(NamedConverter<Population>),
        typeof(NamedConverter<AnswerKind>),
    ])]
[JsonSerializable(typeof(Framework))]
[JsonSerializable(typeof(Crosswalk))]
internal sealed partial class FrameworkJson : JsonSerializerContext
{
    private static readonly Lazy<FrameworkJson> ForFiles = new(CreateForFiles);

    private static FrameworkJson CreateForFiles() => new(new JsonSerializerOptions(Default.Options!)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>UTF-8, with Thai letters as they are.</summary>
    public static byte[] Write(Framework framework) => JsonSerializer.SerializeToUtf8Bytes(framework, typeof(Framework), ForFiles.Value);

    /// <exception cref="JsonException">The text is not a framework; the message names the member or its path.</exception>
    public static Framework Read(Stream json) => JsonSerializer.Deserialize(json, Default.Framework)
        ?? throw new JsonException("A framework file may not be null.");
}

/// <summary>A fiscal year as its Buddhist Era number.</summary>
internal sealed class BuddhistEraConverter : JsonConverter<FiscalYear>
{
    public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return FiscalYear.FromBuddhistEra(reader.GetInt32());
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw new JsonException("A fiscal year is a number of the Buddhist Era.", fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.BuddhistEra);
}

/// <summary>An enum by its camelCase name; a number is refused.</summary>
internal sealed class NamedConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
