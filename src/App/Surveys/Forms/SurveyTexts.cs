using Ita.Domain.Texts;
using Ita.Reports.Text;

namespace Ita.App.Surveys.Forms;

/// <summary>The texts of the survey pages in one language: Thai unless the address has <c>lang=en</c>.</summary>
/// <remarks>The texts are in <c>survey-pages.json</c> of the domain's texts, one entry for both languages.</remarks>
public sealed record SurveyTexts(bool IsEnglish)
{
    private const string EnglishCode = "en";
    private const string ThaiCode = "th";
    private const string Prefix = "survey-page.";

    public static SurveyTexts Thai { get; } = new(IsEnglish: false);

    public static SurveyTexts English { get; } = new(IsEnglish: true);

    /// <summary>The value of the attribute <c>lang</c>.</summary>
    public string Code => IsEnglish ? EnglishCode : ThaiCode;

    /// <summary>The language of a Thai text in these pages; null when the page is in Thai.</summary>
    public string? CodeOfThai => IsEnglish ? ThaiCode : null;

    public SurveyTexts Other => IsEnglish ? Thai : English;

    /// <summary>What an address in this language ends with.</summary>
    public string Query => IsEnglish ? $"?lang={EnglishCode}" : "";

    /// <summary>The text of a code, without its prefix.</summary>
    public string this[string code] => Pick(TextCatalogue.Template(Prefix + code));

    /// <param name="lang">The parameter of the address; another language than English is answered in Thai.</param>
    public static SurveyTexts Read(string? lang) => lang == EnglishCode ? English : Thai;

    public static SurveyTexts Read(HttpRequest request) => Read(request.Query["lang"].ToString());

    public string Fill(string code, params (string Place, string Text)[] places) =>
        Pick(TextCatalogue.Fill(Prefix + code, places.ToImmutableDictionary(place => place.Place, place => place.Text)));

    public string Pick(LocalizedText text) => IsEnglish ? text.En : text.Th;

    public string NameOf(QuestionList form) => IsEnglish ? form.NameEn : form.NameTh;

    public string NameOf(Instrument instrument) => IsEnglish ? instrument.NameEn : instrument.NameTh;

    public string Day(DateOnly day) => IsEnglish ? EnglishTime.Of(day) : ThaiDate.Full(day);

    public string Time(DateTimeOffset instant) => IsEnglish ? EnglishTime.Of(instant) : ThaiDate.WithTime(instant);

    /// <summary>A number in a text.</summary>
    public static string Number(int number) => ThaiNumber.Count(number);
}
