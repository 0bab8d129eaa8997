using System.Collections.Immutable;
using Ita.Domain.Responses;

namespace Ita.App.Surveys.Pages;

/// <summary>A survey that takes sheets today, with one of its forms and its key.</summary>
/// <param name="Path">iit or eit.</param>
internal sealed record SurveySeat(AgencySurvey Survey, QuestionList Form, string Path, byte[] Key, FormTokens Tokens)
{
    public bool NeedsPassword => SurveyForms.AccessTo(Form) == SheetAccess.Password;

    public string NewToken() => Tokens.New(Key, Form.Code);

    /// <summary>The form as it first comes.</summary>
    public SurveyView Fresh() => With(NewToken(), ImmutableSortedDictionary<string, string>.Empty, []);

    /// <summary>The form once more, with everything that was typed.</summary>
    public SurveyView Again(SentForm sent, string token, ImmutableArray<FieldFault> faults) => With(token, sent.Fields, faults);

    private SurveyView With(string token, IReadOnlyDictionary<string, string> fields, ImmutableArray<FieldFault> faults) =>
        new(Survey, Form, Path, token, fields, faults);
}

/// <summary>What an address of a form leads to: a seat, or a survey that takes nothing today, or nothing at all.</summary>
internal sealed record FoundSeat(SurveySeat? Seat, SurveyNote? Closed);
