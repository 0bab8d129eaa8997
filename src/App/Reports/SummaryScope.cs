namespace Ita.App.Reports;

/// <summary>What a summary is over: the nation, or a province, or a type, or a type in a province.</summary>
public sealed record SummaryScope(string? Province, string? Type)
{
    private const string Mark = "summary";
    private const char Bar = '|';

    /// <summary>Stands where an agency's code stands in storage names; reads back with <see cref="Parse"/>.</summary>
    public string Subject => $"{Mark}{Bar}{Province}{Bar}{Type}";

    /// <summary>Whether a province or type can be named in a scope at all; no name of either holds a bar, but a file may.</summary>
    public static bool CanName(string? name) => name?.Contains(Bar, StringComparison.Ordinal) != true;

    public static SummaryScope Parse(string subject) =>
        subject.Split(Bar) is [Mark, var province, var type]
            ? new(province.Length == 0 ? null : province, type.Length == 0 ? null : type)
            : throw new FormatException($"'{subject}' is no scope of a summary.");

    public bool Holds(string? province, string? type) => (Province is null || Province == province) && (Type is null || Type == type);
}
