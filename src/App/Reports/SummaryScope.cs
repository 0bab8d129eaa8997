namespace Ita.App.Reports;

/// <summary>The scope of a summary: the nation, a province, a type, or a type within a province.</summary>
public sealed record SummaryScope(string? Province, string? Type)
{
    private const string Mark = "summary";
    private const char Bar = '|';

    /// <summary>Takes the place of an agency's code in storage names; <see cref="Parse"/> is the inverse.</summary>
    public string Subject => $"{Mark}{Bar}{Province}{Bar}{Type}";

    /// <summary>True when a province or type can be part of a scope. No real name contains the separator or is so long
    /// in a key, but one of a file may be.</summary>
    public static bool CanName(string? name) => name is null || (!name.Contains(Bar, StringComparison.Ordinal) && TableKey.FitsHalf(name));

    public static SummaryScope Parse(string subject) =>
        subject.Split(Bar) is [Mark, var province, var type]
            ? new(province.Length == 0 ? null : province, type.Length == 0 ? null : type)
            : throw new FormatException($"'{subject}' is not the scope of a summary.");

    public bool Holds(string? province, string? type) => new GroupNames(Province, Type).Holds(province, type);
}
