namespace Ita.Functions.Render;

/// <summary>What a summary is over: the nation, or a province, or a type, or a type in a province.</summary>
public sealed record SummaryScope(string? Province, string? Type)
{
    private const string Mark = "summary";

    /// <summary>Stands where an agency's code stands in storage names; reads back with <see cref="Parse"/>.</summary>
    public string Subject => $"{Mark}|{Province}|{Type}";

    public static SummaryScope Parse(string subject) =>
        subject.Split('|') is [Mark, var province, var type]
            ? new(province.Length == 0 ? null : province, type.Length == 0 ? null : type)
            : throw new FormatException($"'{subject}' is no scope of a summary.");

    public bool Holds(string? province, string? type) => (Province is null || Province == province) && (Type is null || Type == type);
}
