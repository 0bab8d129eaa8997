using System.Text;
using System.Text.Json;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>The lines on which the members of a JSON text stand.</summary>
internal static class JsonPlaces
{
    public static FilePlaces Find(ReadOnlySpan<byte> utf8)
    {
        var places = new FilePlaces();
        var reader = new Utf8JsonReader(utf8);
        var above = new Stack<(string Path, int Next)>();
        var (path, line, seen) = ("$", 1, 0);
        while (reader.Read())
        {
            line += utf8[seen..(int)reader.TokenStartIndex].Count((byte)'\n');
            seen = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path = $"{above.Peek().Path}.{reader.GetString()}";
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    above.Pop();
                    continue;
            }

            if (above.TryPeek(out var list) && list.Next >= 0)
            {
                above.Pop();
                path = FormattableString.Invariant($"{list.Path}[{list.Next}]");
                above.Push((list.Path, list.Next + 1));
            }

            places.Add(path, new(null, line, null));
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                above.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return places;
    }
}
