using System.Collections.Immutable;
using Ita.Domain;
using Ita.Reports.Sealing;

namespace Ita.Reports.Memos;

/// <summary>All that a circular letter (หนังสือเวียน) says is taken from here.</summary>
/// <param name="Analysed">The year whose result is reported.</param>
/// <param name="CarriedOut">The year the measures are carried out in.</param>
/// <param name="ReportUrl">Where the published report is; stands on the letter as a QR code.</param>
/// <param name="Version">Version of that report, 1 or more.</param>
public sealed record CircularModel(
    Agency Agency,
    FiscalYear Analysed,
    FiscalYear CarriedOut,
    MemoPurpose Purpose,
    CircularHead Head,
    Uri ReportUrl,
    int Version,
    DateTimeOffset ComputedAt)
{
    /// <summary>Null prints no seal.</summary>
    public Verification? Verification { get; init; }
}

/// <summary>What the clerk fills in; what is left out is a dotted line to be written on.</summary>
/// <param name="Addressee">Positions, never persons: หัวหน้าส่วนราชการทุกส่วนราชการ.</param>
/// <param name="Number">ที่, with ว for a circular.</param>
/// <param name="Address">Lines at the right; empty is the agency's name and place.</param>
/// <param name="Signatory">The position that signs; null is left to be written.</param>
/// <param name="Contact">Lines at the foot: office and telephone.</param>
public sealed record CircularHead(
    string Addressee,
    string? Number = null,
    ImmutableArray<string> Address = default,
    DateOnly? Date = null,
    string? Signatory = null,
    ImmutableArray<string> Contact = default)
{
    /// <summary>To the heads of all offices, the rest to be written on.</summary>
    public static CircularHead Blank { get; } = new("หัวหน้าส่วนราชการทุกส่วนราชการ", Address: [], Contact: []);
}
