using System.Collections.Immutable;
using Ita.App.Web;
using Ita.Domain.Responses;

namespace Ita.App.Surveys.Pages;

/// <summary>A field at fault on a form.</summary>
/// <param name="Field">The id of the field an error leads to.</param>
/// <param name="Text">Thai.</param>
public sealed record FieldFault(string Field, string Text);

/// <summary>What a form shows: what was sent before, and what is wrong with it.</summary>
/// <param name="Path">iit or eit.</param>
/// <param name="Token">See <see cref="FormTokens"/>.</param>
/// <param name="Sent">The fields as they came; empty on a fresh form.</param>
/// <param name="Faults">In the order of the form.</param>
/// <param name="Notice">Thai; something to know that is nobody's fault.</param>
public sealed record SurveyView(
    AgencySurvey Survey,
    QuestionList Form,
    string Path,
    string Token,
    IReadOnlyDictionary<string, string> Sent,
    ImmutableArray<FieldFault> Faults,
    string? Notice = null)
{
    /// <summary>How the one-time password went out; null where none did just now.</summary>
    public SentOtp? Password { get; init; }

    public bool NeedsPassword => SurveyForms.AccessTo(Form) == SheetAccess.Password;

    public int Year => Form.Framework.Year.BuddhistEra;

    public string Address => AddressOf(Year, Survey.Agency.Code, Path);

    public string Title => $"{Form.NameTh} ({Form.Code})";

    /// <summary>The value a field came with.</summary>
    public string? Value(string field) => Sent.GetValueOrDefault(field);

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Text;

    public static string AddressOf(int year, string agency, string path) =>
        FormattableString.Invariant($"{PageRoutes.Root}/surveys/{year}/{Uri.EscapeDataString(agency)}/{path}");
}

/// <summary>A survey that takes no sheets today, or the thanks for one.</summary>
public sealed record SurveyNote(AgencySurvey Survey, QuestionList Form);

/// <param name="Meters">Form by form.</param>
public sealed record MeterView(AgencySurvey Survey, ImmutableArray<SampleMeter> Meters);
