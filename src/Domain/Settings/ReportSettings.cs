using System.Collections.Immutable;
using Ita.Domain.Analysis;

namespace Ita.Domain.Settings;

/// <summary>The settings of an agency and year for its documents. A setting without a value has the default of the document.</summary>
public sealed record ReportSettings
{
    /// <summary>Settings with no value.</summary>
    public static ReportSettings Blank { get; } = new();

    /// <summary>The lower class limit, in points: scores from here on are not urgent. Null for 85.</summary>
    public decimal? LowLimit { get; init; }

    /// <summary>The upper class limit, in points: scores from here on are to be kept. Null for 100.</summary>
    public decimal? HighLimit { get; init; }

    /// <summary>The digits of the documents, of one kind or of all.</summary>
    public ImmutableArray<DigitChoice> Digits { get; init; } = [];

    /// <summary>Addressee of memos (เรียน): a position.</summary>
    public string? Addressee { get; init; }

    /// <summary>Addressee of circular letters (เรียน).</summary>
    public string? CircularAddressee { get; init; }

    /// <summary>Unit that writes the documents (ส่วนราชการ).</summary>
    public string? Unit { get; init; }

    /// <summary>Telephone of the unit.</summary>
    public string? Telephone { get; init; }

    /// <summary>Lines at the top right of a letter.</summary>
    public ImmutableArray<string> Address { get; init; } = [];

    /// <summary>The signatories of a memo, lowest position first; a letter is signed by the last one only.</summary>
    public ImmutableArray<Signatory> Signatories { get; init; } = [];

    /// <summary>The optional chapters that differ from their default.</summary>
    public ImmutableArray<ChapterChoice> Chapters { get; init; } = [];

    /// <summary>The class limits, with the default where none is set.</summary>
    public ClassThresholds ToThresholds() => new(LowLimit ?? ClassThresholds.Default.Pass, HighLimit ?? ClassThresholds.Default.Full);

    /// <summary>Whether the class limits are between 0 and 100, have two decimals at most, and the lower one is below the upper one.</summary>
    public bool HasGoodLimits() => ToThresholds() is var limits
        && limits is { Pass: >= 0, Full: <= 100 } && limits.Pass < limits.Full && IsShown(limits.Pass) && IsShown(limits.Full);

    /// <summary>The digits of a kind of document; null when nothing is set for it.</summary>
    public DigitStyle? FindDigits(string kind) => (Digits.FirstOrDefault(choice => choice.Kind == kind)
        ?? Digits.FirstOrDefault(choice => choice.Kind is null))?.Digits;

    /// <summary>Whether a chapter is printed.</summary>
    public bool Prints(ReportChapter chapter) =>
        Chapters.FirstOrDefault(choice => choice.Chapter == chapter.Code)?.Printed ?? chapter.IsUsual;

    /// <summary>These settings with the values that <paramref name="newer"/> has; other values are kept. A list is replaced as a whole, and so
    /// are the two limits together; digits and chapters are replaced one by one.</summary>
    public ReportSettings Updated(ReportSettings newer)
    {
        var hasLimits = (newer.LowLimit ?? newer.HighLimit) is not null;
        return this with
        {
            LowLimit = hasLimits ? newer.LowLimit : LowLimit,
            HighLimit = hasLimits ? newer.HighLimit : HighLimit,
            Digits = [.. Digits.Where(one => newer.Digits.All(other => other.Kind != one.Kind)), .. newer.Digits],
            Addressee = newer.Addressee ?? Addressee,
            CircularAddressee = newer.CircularAddressee ?? CircularAddressee,
            Unit = newer.Unit ?? Unit,
            Telephone = newer.Telephone ?? Telephone,
            Address = newer.Address.IsEmpty ? Address : newer.Address,
            Signatories = newer.Signatories.IsEmpty ? Signatories : newer.Signatories,
            Chapters = [.. Chapters.Where(one => newer.Chapters.All(other => other.Chapter != one.Chapter)), .. newer.Chapters],
        };
    }

    private static bool IsShown(decimal limit) => Rounding.ToShown(limit) == limit;
}

/// <param name="Position">For example ปลัดองค์การบริหารส่วนตำบล.</param>
/// <param name="Name">Null for a blank to write on: no name is known unless the clerk enters one.</param>
public sealed record Signatory(string Position, string? Name = null);

public enum DigitStyle
{
    Thai,
    Arabic,
}

/// <summary>The digits of a kind of document.</summary>
/// <param name="Kind">The code of the kind, for example memo; null for all kinds without a choice of their own.</param>
public sealed record DigitChoice(DigitStyle Digits, string? Kind = null);

/// <summary>Whether an optional chapter is printed.</summary>
/// <param name="Chapter">The code of the chapter, one of <see cref="ReportChapter.All"/>.</param>
public sealed record ChapterChoice(string Chapter, bool Printed);
