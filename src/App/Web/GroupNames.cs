using Ita.Domain.Naming;

namespace Ita.App.Web;

/// <summary>The province and the type of agencies by which a call asks for a group of agencies.</summary>
/// <param name="Province">The official name where it is a spelling of one; null for all.</param>
/// <param name="Type">The same for the type.</param>
internal sealed record GroupNames(string? Province, string? Type)
{
    public static GroupNames Read(string? province, string? type) =>
        new(Normalize(OfficialNames.Provinces, province), Normalize(OfficialNames.AgencyTypes, type));

    /// <summary>The different names that a list has, for a form to choose from.</summary>
    public static ImmutableArray<string> Choices<T>(IEnumerable<T> list, Func<T, string?> name) =>
        [.. list.Select(name).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether an agency of this province and type is in the group.</summary>
    public bool Holds(string? province, string? type) =>
        Holds(OfficialNames.Provinces, Province, province) && Holds(OfficialNames.AgencyTypes, Type, type);

    /// <summary>The refusal of a name that is not official, with the nearest one. Null when both names are official or missing.</summary>
    public Refusal? FindUnknown(RefusalKind kind) => Unknown(kind, "province-unknown", OfficialNames.Provinces, Province)
        ?? Unknown(kind, "agency-type-unknown", OfficialNames.AgencyTypes, Type);

    private static string? Normalize(OfficialNames names, string? text) => string.IsNullOrWhiteSpace(text) ? null : names.Normalize(text);

    private static bool Holds(OfficialNames names, string? asked, string? own) => asked is null || names.AreSame(asked, own);

    private static Refusal? Unknown(RefusalKind kind, string code, OfficialNames names, string? name) => name is null || names.Find(name) is not null
        ? null
        : Refusal.Create(kind, code, ("name", name), ("nearest", names.Nearest(name)));
}
