using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>
/// Every text is present and clean, and every citation names a source. Checks the framework as JSON, so that members added later are
/// included automatically.
/// </summary>
internal static class TextChecks
{
    // A citation: "S003 (item scores); ANALOGY (labels)". The words in parentheses name the place.
    private const string BetweenCitations = "; ";
    private const string BeforeDetail = " (";

    public static IEnumerable<FrameworkFault> Check(Framework framework)
    {
        var texts = TextsIn(JsonSerializer.SerializeToNode(framework, FrameworkJson.Default.Framework)!).ToList();
        // The source of a pair of the crosswalk is a text about two years.
        var cited = texts.Where(text => IsCalled(text, "source") && !text.GetPath().StartsWith("$.crosswalk", StringComparison.Ordinal)).ToList();
        return [.. texts.SelectMany(Unclean), .. cited.SelectMany(text => Unknown(framework, text)), .. Uncited(framework, cited)];
    }

    private static IEnumerable<JsonValue> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
        JsonArray elements => elements.SelectMany(TextsIn),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value],
        _ => [],
    };

    private static IEnumerable<FrameworkFault> Unclean(JsonValue text)
    {
        // A scale's label is empty when each item has its own labels, which ScaleChecks verifies.
        var fault = FaultOf(text.GetValue<string>(), mayBeEmpty: IsCalled(text, "label"));
        return fault is not var (en, th) ? [] : [FrameworkFault.Of("text", text.GetPath(), ("path", text.GetPath()), ("fault", en), ("faultTh", th))];
    }

    private static (string En, string Th)? FaultOf(string text, bool mayBeEmpty) => text switch
    {
        "" => mayBeEmpty ? null : ("is empty", "ว่าง"),
        _ when text != text.Trim() => ("has a space at an end", "มีช่องว่างที่ต้นหรือท้าย"),
        _ when text.Contains("  ", StringComparison.Ordinal) => ("has two spaces in a row", "มีช่องว่างติดกันสองช่อง"),
        _ when text.Contains('\uFFFD', StringComparison.Ordinal) => ("has a character lost in decoding", "มีอักขระที่อ่านไม่ได้"),
        // Text recognition confuses some Thai vowels with similar Devanagari ones.
        _ when text.Any(letter => letter is >= '\u0900' and <= '\u097F') => ("has a Devanagari letter", "มีอักษรเทวนาครี"),
        _ => null,
    };

    private static bool IsCalled(JsonValue text, string name) => text.Parent is JsonObject && text.GetPropertyName() == name;

    private static IEnumerable<FrameworkFault> Unknown(Framework framework, JsonValue text) =>
        from name in NamesIn(text)
        where !framework.Sources.ContainsKey(name)
        select FrameworkFault.Of("source-unknown", text.GetPath(), ("name", name), ("path", text.GetPath()));

    private static IEnumerable<FrameworkFault> Uncited(Framework framework, IEnumerable<JsonValue> cited) =>
        framework.Sources.Keys.Except(cited.SelectMany(NamesIn)).Select(name => FrameworkFault.Of("source-unused", "$.sources", ("name", name)));

    private static IEnumerable<string> NamesIn(JsonValue text) =>
        text.GetValue<string>().Split(BetweenCitations).Select(citation => citation.Split(BeforeDetail)[0]);
}
