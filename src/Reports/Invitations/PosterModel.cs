using Ita.Domain.Responses;

namespace Ita.Reports.Invitations;

/// <summary>What an invitation to a survey states.</summary>
/// <param name="Form">The survey; its first part where it has parts.</param>
/// <param name="IsForStaff">True when staff answer with the agency's code; false when the public answers with a one-time password.</param>
/// <param name="Address">The short address of the form, printed as text and as a QR code.</param>
/// <param name="Opens">The first day on which answers are accepted.</param>
/// <param name="Closes">The last day.</param>
public sealed record Invitation(Agency Agency, QuestionList Form, bool IsForStaff, Uri Address, DateOnly Opens, DateOnly Closes)
{
    public int Year => Form.Framework.Year.BuddhistEra;

    /// <summary>The address as people type it: without the scheme.</summary>
    internal string ShortAddress => $"{Address.Authority}{Address.AbsolutePath}";

    internal int Minutes => (Form.Questions.Length + 2) / 3;

    internal string Days => $"{ThaiDate.Full(Opens)} ถึง {ThaiDate.Full(Closes)}";

    internal string DaysInEnglish => string.Create(CultureInfo.InvariantCulture, $"{Opens:d MMMM yyyy} to {Closes:d MMMM yyyy}");
}

/// <summary>The paper of a poster.</summary>
public enum PosterSize
{
    A4,
    A5,
}

/// <summary>A poster that invites people to a survey, in Thai and English.</summary>
public sealed record PosterModel(Invitation Invitation, PosterSize Size, DateTimeOffset ComputedAt) : ReportModel(1, ComputedAt)
{
    /// <summary>Null when its place is left out.</summary>
    public Emblem? Emblem { get; init; }

    /// <summary>No kind of <see cref="ReportKind.All"/>: it is about a survey, not about a result.</summary>
    public override ReportKind Kind { get; } = new("poster", "ใบประชาสัมพันธ์แบบวัด", "ใบประชาสัมพันธ์แบบวัด");

    internal override bool HasCode => true;
}
