using Ita.Domain.Texts;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>What is wrong with a framework, and at which member.</summary>
/// <param name="Code">Stable; its text is <c>problem.framework-{Code}</c> in Texts/Data.</param>
/// <param name="Path">JSON path of the member, for example <c>$.items[3].scale</c>; that of a whole section where several are concerned.</param>
public sealed record FrameworkFault(string Code, string Path, ImmutableSortedDictionary<string, string> Places)
{
    /// <summary>What is wrong and how to correct it.</summary>
    public LocalizedText Text => new Problem($"framework-{Code}", Severity.Error, Places: Places).Text;

    internal static FrameworkFault Of(string code, string path, params (string Place, object Value)[] places) => new(
        code,
        path,
        places.ToImmutableSortedDictionary(
            place => place.Place, place => Convert.ToString(place.Value, CultureInfo.InvariantCulture) ?? ""));
}
