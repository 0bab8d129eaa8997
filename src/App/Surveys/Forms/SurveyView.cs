using Ita.App.Delivery;

namespace Ita.App.Surveys.Forms;

/// <summary>The content of a form: what was sent before, and its faults.</summary>
/// <param name="Path">iit or eit.</param>
/// <param name="Token">See <see cref="FormTokens"/>.</param>
/// <param name="Texts">The language of the page.</param>
/// <param name="Sent">The fields as they were sent; empty for a new form.</param>
/// <param name="Faults">In the order of the form.</param>
/// <param name="Notice">A message that is not about a fault; null for none.</param>
public sealed record SurveyView(
    AgencySurvey Survey,
    QuestionList Form,
    string Path,
    string Token,
    SurveyTexts Texts,
    IReadOnlyDictionary<string, string> Sent,
    ImmutableArray<FieldFault> Faults,
    string? Notice = null)
{
    /// <summary>The one-time password that was just sent; null when none was.</summary>
    public SentOtp? Password { get; init; }

    /// <summary>The ways on which passwords are sent.</summary>
    public ImmutableArray<DeliveryWay> Ways { get; init; } = [];

    /// <summary>The questions of the page; null on pages that ask none or all.</summary>
    public FormStep? Step { get; init; }

    public bool NeedsPassword => SurveyForms.AccessTo(Form) == SheetAccess.Password;

    public int Year => Form.Framework.Year.BuddhistEra;

    public string Address => AddressOf(Year, Survey.Agency.Code, Path);

    public string Title => $"{Texts.NameOf(Form)} ({Form.Code})";

    /// <summary>The title of the window: faults are named before the title of the page.</summary>
    public string WindowTitle => Titled(Title);

    /// <summary>The values of the texts about the length of the form.</summary>
    public (string Place, string Text)[] Lengths =>
    [
        ("questions", SurveyTexts.Number(Form.Questions.Length)),
        ("parts", SurveyTexts.Number(FormStep.All(Form).Count)),
        ("minutes", SurveyTexts.Number((Form.Questions.Length + 2) / 3)),
    ];

    /// <summary>Questions that have an answer.</summary>
    public int Answered => Form.Questions.Count(question => ChosenIn(question) is not null);

    public bool IsComplete => Answered == Form.Questions.Length;

    /// <summary>The address that a form posts to, in the language of the page.</summary>
    public string PostAddress(string part = "") => Address + part + Texts.Query;

    public string Titled(string title) => Faults.IsEmpty ? title : Texts.Fill("mend", ("title", title));

    /// <summary>The value that was sent for a field.</summary>
    public string? Value(string field) => Sent.GetValueOrDefault(field);

    /// <summary>The option that was chosen; null when none was, or one that the question does not have.</summary>
    public AnswerOption? ChosenIn(AskedQuestion question) =>
        int.TryParse(Value(question.Code), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? question.Option(number) : null;

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Text;

    public static string AddressOf(int year, string agency, string path) =>
        FormattableString.Invariant($"{PageRoutes.Root}/surveys/{year}/{Uri.EscapeDataString(agency)}/{path}");
}

/// <summary>A survey that accepts no sheets today, or the end of a visit.</summary>
/// <param name="Path">iit or eit.</param>
public sealed record SurveyNote(AgencySurvey Survey, QuestionList Form, string Path, SurveyTexts Texts)
{
    public string Address => SurveyView.AddressOf(Form.Framework.Year.BuddhistEra, Survey.Agency.Code, Path);

    /// <summary>A text with the names of the form, the agency and the year.</summary>
    public string Named(string code) => Texts.Fill(
        code,
        ("form", $"{Texts.NameOf(Form.Instrument)} ({Form.Instrument.Code})"),
        ("agency", Survey.Agency.Title),
        ("year", $"{Form.Framework.Year}"));
}
