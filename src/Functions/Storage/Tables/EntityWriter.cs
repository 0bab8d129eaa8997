using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ita.Functions.Storage.Tables;

/// <summary>Writes entities as JSON with the type annotations the service needs to tell, say, a long from a string.</summary>
internal static class EntityWriter
{
    private const string TypeAnnotation = "@odata.type";

    // Thai letters as three bytes of UTF-8 rather than six of \u0E01: a batch is at most 4 MiB, and this is never HTML.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static Utf8JsonWriter Over(IBufferWriter<byte> buffer) => new(buffer, Options);

    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = Over(buffer);
        Write(json, entity);
        return buffer.WrittenMemory;
    }

    /// <exception cref="NotSupportedException">A property has a type the Table service does not keep.</exception>
    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        foreach (var (name, value) in entity)
        {
            if (value is not null && name is not TableEntity.ETagKey and not nameof(TableEntity.Timestamp))
            {
                WriteProperty(json, name, value);
            }
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case byte[] bytes:
                Annotate(json, name, EdmText.Binary);
                json.WriteBase64String(name, bytes);
                break;
            default:
                WriteAsText(json, name, value);
                break;
        }
    }

    // Always annotated: without it 1.0 would be stored as the integer 1.
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        Annotate(json, name, EdmText.Double);
        if (double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteAsText(Utf8JsonWriter json, string name, object value)
    {
        var (type, text) = value switch
        {
            long number => (EdmText.Int64, number.ToString(CultureInfo.InvariantCulture)),
            DateTimeOffset time => (EdmText.DateTime, EdmText.Of(time)),
            Guid guid => (EdmText.Guid, guid.ToString("D")),
            _ => throw new NotSupportedException($"Property {name} is {value.GetType().Name}, which the Table service does not keep."),
        };
        Annotate(json, name, type);
        json.WriteString(name, text);
    }

    private static void Annotate(Utf8JsonWriter json, string name, string type) =>
        json.WriteString(name + TypeAnnotation, type);
}
