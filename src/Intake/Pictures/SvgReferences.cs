using System.Xml.Linq;

namespace Ita.Intake.Pictures;

/// <summary>The references of a drawing from one of its elements to another: gradients and clip paths.</summary>
internal static partial class SvgReferences
{
    /// <summary>False when an element refers to itself, directly or through others: the library would draw it without end.</summary>
    public static bool AreFinite(XElement drawing)
    {
        var byId = drawing.DescendantsAndSelf().Where(one => one.Attribute("id") is not null)
            .GroupBy(one => one.Attribute("id")!.Value)
            .ToDictionary(group => group.Key, group => group.SelectMany(References).ToHashSet());
        var known = new Dictionary<string, bool>();
        return byId.Keys.All(id => IsFinite(id, byId, known));
    }

    // An id that is being followed is in the dictionary with false until its end is reached.
    private static bool IsFinite(string id, Dictionary<string, HashSet<string>> byId, Dictionary<string, bool> known)
    {
        if (known.TryGetValue(id, out var isFinite) || !byId.TryGetValue(id, out var references))
        {
            return isFinite || !byId.ContainsKey(id);
        }

        known[id] = false;
        return known[id] = known.Count <= Longest && references.All(other => IsFinite(other, byId, known));
    }

    private static IEnumerable<string> References(XElement element) => element.DescendantsAndSelf()
        .SelectMany(one => one.Attributes())
        .SelectMany(attribute => attribute.Name.LocalName == "href" ? [attribute.Value[1..]] : Local().Matches(attribute.Value)
            .Select(found => found.Groups[1].Value));

    /// <summary>The most elements with an id that refer to others; it also bounds the depth of the recursion.</summary>
    private const int Longest = 2_000;

    [GeneratedRegex("""url\(\s*['"]?#([^'")]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Local();
}
