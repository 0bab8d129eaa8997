using System.Text.Json.Serialization.Metadata;
using Ita.Domain.Texts;

namespace Ita.App.Web.Bodies;

/// <summary>Compares JSON with the type that it should become, and names every member that does not fit.</summary>
internal sealed class BodyCheck(JsonSerializerOptions options)
{
    private const int MostProblems = 20;

    private readonly List<Problem> problems = [];

    /// <summary>The problems of a body, in its order, 20 at most; empty when it fits.</summary>
    public static ImmutableArray<Problem> FindProblems(JsonElement body, Type type, JsonSerializerOptions options)
    {
        var check = new BodyCheck(options);
        check.Check(body, type, Place.Body, isNullable: false);
        return [.. check.problems.Take(MostProblems)];
    }

    private void Check(JsonElement value, Type type, Place place, bool isNullable)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (value.ValueKind == JsonValueKind.Null)
        {
            AddUnless(isNullable || plain != type, "member-null", place);
            return;
        }

        var info = options.GetTypeInfo(plain);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(value, info, place);
                break;
            case JsonTypeInfoKind.Enumerable:
                CheckList(value, info.ElementType!, place);
                break;
            default:
                CheckLeaf(value, plain, place);
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonTypeInfo info, Place place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add("member-not-object", place);
            return;
        }

        var known = info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).ToList();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in value.EnumerateObject())
        {
            var at = place.Member(ShownName(member.Name));
            if (known.Find(property => property.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)) is not { } property)
            {
                Add("member-unknown", at, ("known", string.Join(", ", known.Select(one => one.Name))));
            }
            else if (!seen.Add(property.Name))
            {
                Add("member-twice", at);
            }
            else
            {
                Check(member.Value, property.PropertyType, place.Member(property.Name), property.IsSetNullable && !property.PropertyType.IsValueType);
            }
        }

        foreach (var missing in known.Where(property => IsNeeded(property) && !seen.Contains(property.Name)))
        {
            Add("member-missing", place.Member(missing.Name));
        }
    }

    private void CheckList(JsonElement value, Type element, Place place)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add("member-not-list", place);
            return;
        }

        var limit = MemberLimits.ListOf(place.Name);
        if (value.GetArrayLength() > limit)
        {
            Add("member-too-many", place, ("limit", Number(limit)));
            return;
        }

        foreach (var (at, entry) in value.EnumerateArray().Index())
        {
            Check(entry, element, place.Entry(at), isNullable: false);
        }
    }

    private void CheckLeaf(JsonElement value, Type type, Place place)
    {
        if (type == typeof(JsonElement))
        {
            CheckAny(value, place);
        }
        else if (type == typeof(string) || type == typeof(DateOnly) || type.IsEnum)
        {
            CheckText(value, type, place);
        }
        else if (type == typeof(bool))
        {
            AddUnless(value.ValueKind is JsonValueKind.True or JsonValueKind.False, "member-not-boolean", place);
        }
        else
        {
            var isNumber = value.ValueKind == JsonValueKind.Number;
            var isWhole = type == typeof(int);
            AddUnless(
                isNumber && (isWhole ? value.TryGetInt32(out _) : value.TryGetDecimal(out _)),
                isWhole ? "member-not-whole" : "member-not-number", place);
        }
    }

    // The type of the value is checked by the endpoint; its texts and lists are checked here.
    private void CheckAny(JsonElement value, Place place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(value, typeof(string), place);
                break;
            case JsonValueKind.Array:
                CheckList(value, typeof(JsonElement), place);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    CheckAny(member.Value, place.Member(ShownName(member.Name)));
                }

                break;
        }
    }

    private void CheckText(JsonElement value, Type type, Place place)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Add("member-not-text", place);
        }
        else if (BodyText.Read(value) is not { } text)
        {
            Add("member-character", place, ("value", BodyText.Broken));
        }
        else if (type.IsEnum)
        {
            var names = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
            AddUnless(names.Contains(text, StringComparer.OrdinalIgnoreCase), "member-not-listed", place, ("known", string.Join(", ", names)));
        }
        else if (type == typeof(DateOnly))
        {
            problems.AddRange(CommonEraDay.Read(text, place.Path).Problem is { } problem ? [problem] : Array.Empty<Problem>());
        }
        else if (BodyText.FindProblem(text, place.Name, place.Path) is { } problem)
        {
            problems.Add(problem);
        }
    }

    // A member is needed when it has neither a default nor null as a value.
    private static bool IsNeeded(JsonPropertyInfo property) => property.AssociatedParameter is { HasDefaultValue: false }
        && !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;

    private static string ShownName(string name) => name.Length <= 40 && name.All(char.IsAsciiLetterOrDigit) ? name : "…";

    private void AddUnless(bool isGood, string code, Place place, params (string Name, string Text)[] places)
    {
        if (!isGood)
        {
            Add(code, place, places);
        }
    }

    private void Add(string code, Place place, params (string Name, string Text)[] places) => problems.Add(
        places.Aggregate(new Problem(code, Severity.Error, Column: place.Path), (problem, one) => problem.With(one.Name, one.Text)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A place in the body.</summary>
    /// <param name="Path">For example <c>[0].evidence[1].url</c>; <c>body</c> for the body itself.</param>
    /// <param name="Name">The name of the nearest member; empty for the body itself.</param>
    private sealed record Place(string Path, string Name)
    {
        private const string Root = "body";

        public static Place Body { get; } = new(Root, "");

        public Place Member(string name) => new(Path == Root ? name : $"{Path}.{name}", name);

        public Place Entry(int at) => new($"{(Path == Root ? "" : Path)}[{at.ToString(CultureInfo.InvariantCulture)}]", Name);
    }
}
