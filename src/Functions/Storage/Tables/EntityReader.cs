using System.Text.Json;

namespace Ita.Functions.Storage.Tables;

/// <summary>Reads entities from JSON with minimal metadata: one at the root, or a page of them under <c>value</c>.</summary>
internal static class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    public static T ReadOne<T>(ReadOnlyMemory<byte> json)
        where T : TableEntity, new()
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return ReadEntity<T>(ref reader);
    }

    public static List<T> ReadPage<T>(ReadOnlyMemory<byte> json)
        where T : TableEntity, new()
    {
        var entities = new List<T>();
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPage = reader.ValueTextEquals("value");
            reader.Read();
            if (isPage)
            {
                ReadEntities(ref reader, entities);
            }
            else
            {
                reader.Skip();
            }
        }

        return entities;
    }

    private static void ReadEntities<T>(ref Utf8JsonReader reader, List<T> entities)
        where T : TableEntity, new()
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            entities.Add(ReadEntity<T>(ref reader));
        }
    }

    private static T ReadEntity<T>(ref Utf8JsonReader reader)
        where T : TableEntity, new()
    {
        var entity = new T();
        var types = new List<(string Name, string Type)> { (nameof(TableEntity.Timestamp), EdmText.DateTime) };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                types.Add((name[..^TypeSuffix.Length], reader.GetString()!));
            }
            else if (name is TableEntity.ETagKey || !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                entity[name] = ReadValue(ref reader);
            }
        }

        return ApplyTypes(entity, types);
    }

    // Last, because nothing promises that an annotation stands before its property.
    private static T ApplyTypes<T>(T entity, List<(string Name, string Type)> types)
        where T : TableEntity
    {
        foreach (var (name, type) in types)
        {
            if (entity[name] is { } value)
            {
                entity[name] = EdmText.Read(value, type);
            }
        }

        return entity;
    }

    private static object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        JsonTokenType.Number => ReadNumber(ref reader),
        _ => throw new JsonException($"An entity's property is {reader.TokenType}, which no table property can be."),
    };

    // The service sends a double without annotation, recognisable by its point or exponent.
    private static object ReadNumber(ref Utf8JsonReader reader) =>
        !reader.ValueSpan.ContainsAny(".eE"u8) && reader.TryGetInt32(out var number) ? (object)number : reader.GetDouble();
}
