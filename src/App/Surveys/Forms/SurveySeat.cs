using Ita.App.Delivery;

namespace Ita.App.Surveys.Forms;

/// <summary>A survey that accepts sheets today, with one of its forms, its key and the language of its pages.</summary>
/// <param name="Path">iit or eit.</param>
/// <param name="Ways">The ways on which passwords are sent.</param>
internal sealed record SurveySeat(
    AgencySurvey Survey,
    QuestionList Form,
    string Path,
    byte[] Key,
    FormTokens Tokens,
    SurveyTexts Texts,
    ImmutableArray<DeliveryWay> Ways)
{
    public bool NeedsPassword => SurveyForms.AccessTo(Form) == SheetAccess.Password;

    public string Address => SurveyView.AddressOf(Form.Framework.Year.BuddhistEra, Survey.Agency.Code, Path);

    public string NewToken() => Tokens.New(Key, Form.Code);

    public (FormTokenState State, string? Nonce) ReadToken(SentForm sent) => Tokens.Read(Key, Form.Code, sent.Token);

    /// <summary>The page before the form, with nothing filled in.</summary>
    public SurveyView Fresh() => With(NewToken(), ImmutableSortedDictionary<string, string>.Empty, []);

    /// <summary>The form again, with everything that was typed.</summary>
    public SurveyView Again(SentForm sent, string token, ImmutableArray<FieldFault> faults) => With(token, sent.Fields, faults);

    private SurveyView With(string token, IReadOnlyDictionary<string, string> fields, ImmutableArray<FieldFault> faults) =>
        new(Survey, Form, Path, token, Texts, fields, faults) { Ways = Ways };
}

/// <summary>The result of looking up a form: an open survey, or one that accepts no sheets today, or
/// neither.</summary>
internal sealed record FoundSeat(SurveySeat? Seat, SurveyNote? Closed);
