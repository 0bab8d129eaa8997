using System.Collections.Immutable;
using System.Text.Json;

namespace Ita.Domain.Frameworks;

/// <summary>The members of a JSON object, each asked for by its name once: one that is missing is a fault, and so is one that nobody asked for.</summary>
internal sealed class JsonMembers
{
    private readonly JsonElement element;
    private int asked;

    private JsonMembers(JsonElement element) => this.element = element;

    /// <exception cref="JsonException">The element is no object, or its members are not those that <paramref name="read"/> asks for.</exception>
    public static T Read<T>(JsonElement element, Func<JsonMembers, T> read)
    {
        var members = new JsonMembers(OfKind(element, JsonValueKind.Object, "object"));
        var value = read(members);
        return members.asked == element.GetPropertyCount() ? value : throw new JsonException($"An unknown member in {element}.");
    }

    public string Text(string name) => OfKind(Member(name), JsonValueKind.String, name).GetString()!;

    public string? TextOrNull(string name) => OrNull(name) is { } member ? OfKind(member, JsonValueKind.String, name).GetString() : null;

    public int Whole(string name) => WholeOf(Member(name), name);

    public decimal Number(string name) =>
        OfKind(Member(name), JsonValueKind.Number, name).TryGetDecimal(out var number) ? number : throw Wrong(name);

    public bool Truth(string name) => Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } member ? member.GetBoolean() : throw Wrong(name);

    public T Named<T>(string name, ReadOnlySpan<(string Name, T Value)> known)
    {
        var text = Text(name);
        foreach (var (candidate, value) in known)
        {
            if (candidate == text)
            {
                return value;
            }
        }

        throw Wrong(name);
    }

    public T One<T>(string name, Func<JsonMembers, T> read) => Read(Member(name), read);

    public T? OneOrNull<T>(string name, Func<JsonMembers, T> read)
        where T : class => OrNull(name) is { } member ? Read(member, read) : null;

    public ImmutableArray<T> Many<T>(string name, Func<JsonMembers, T> read)
        where T : class => [.. Array(name).Select(member => Read(member, read))];

    public ImmutableArray<string> Texts(string name) =>
        [.. Array(name).Select(member => OfKind(member, JsonValueKind.String, name).GetString()!)];

    public ImmutableArray<int> WholeNumbers(string name) => [.. Array(name).Select(member => WholeOf(member, name))];

    public ImmutableSortedDictionary<string, string> TextByName(string name) => OfKind(Member(name), JsonValueKind.Object, name)
        .EnumerateObject()
        .ToImmutableSortedDictionary(member => member.Name, member => OfKind(member.Value, JsonValueKind.String, name).GetString()!);

    private IEnumerable<JsonElement> Array(string name) => OfKind(Member(name), JsonValueKind.Array, name).EnumerateArray();

    private JsonElement? OrNull(string name) => Member(name) is { ValueKind: not JsonValueKind.Null } member ? member : null;

    private JsonElement Member(string name)
    {
        asked++;
        return element.TryGetProperty(name, out var member) ? member : throw new JsonException($"The member {name} is missing.");
    }

    private static int WholeOf(JsonElement member, string name) =>
        OfKind(member, JsonValueKind.Number, name).TryGetInt32(out var number) ? number : throw Wrong(name);

    private static JsonElement OfKind(JsonElement element, JsonValueKind kind, string name) => element.ValueKind == kind ? element : throw Wrong(name);

    private static JsonException Wrong(string name) => new($"The member {name} does not hold what it should.");
}
