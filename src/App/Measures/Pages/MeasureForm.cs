using System.Text.Json.Nodes;
using Ita.Domain.Improvement;

namespace Ita.App.Measures.Pages;

/// <summary>The form of one measure: which field is which member of the API's body.</summary>
internal static class MeasureForm
{
    /// <summary>The field that is checked for each item of the measure.</summary>
    public const string Items = "items";

    private static readonly FormShape Shape = new(
        ["measure", "period", "responsible", "monitoring"],
        ["issue"],
        ["steps"],
        [],
        new Dictionary<string, string>
        {
            ["measure"] = "มาตรการ",
            ["period"] = "ระยะเวลา",
            ["responsible"] = "ผู้รับผิดชอบ",
            ["monitoring"] = "การกำกับติดตาม",
            ["issue"] = "ประเด็น",
            ["steps"] = "ขั้นตอน",
            [Items] = "ข้อ",
        });

    /// <summary>The field that says whether the measure is meant to raise an item.</summary>
    public static string ItemField(string code) => $"{Items}-{code}";

    /// <summary>The measure that the form states; its follow-up is kept.</summary>
    /// <param name="before">The stored measure; a blank one for a new measure.</param>
    public static Outcome<Measure> Read(IFormCollection form, Measure before, Framework framework)
    {
        var sent = JsonBody.Read<MeasureObject>(JsonSerializer.SerializeToElement(Body(form)), MeasureRules.Invalid);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        // Fields that are left blank have no member, and a missing member keeps its value.
        var cleared = before with { Issue = null, Items = [], Title = "", Steps = [], Period = "", Responsible = "", Monitoring = "" };
        return MeasureFaults.Check(sent.Value.Over(cleared, before.Id, before.Analysed), framework);
    }

    /// <summary>The form with a stored measure.</summary>
    public static FormView Filled(Measure measure) => new(
        Shape.ToFields(new JsonObject
        {
            ["measure"] = measure.Title,
            ["issue"] = measure.Issue,
            ["steps"] = new JsonArray([.. measure.Steps.Select(step => (JsonNode?)step)]),
            ["period"] = measure.Period,
            ["responsible"] = measure.Responsible,
            ["monitoring"] = measure.Monitoring,
        }).SetItems(Checked(measure.Items)),
        []);

    /// <summary>The form as it was posted, with what is wrong with it.</summary>
    public static FormView Again(IFormCollection form, Refusal refusal) =>
        new(Shape.ToFields(Shape.ToBody(form)).SetItems(Checked(form[Items])), Shape.Faults(refusal));

    private static JsonObject Body(IFormCollection form)
    {
        var body = Shape.ToBody(form);
        body[Items] = new JsonArray([.. form[Items].OfType<string>().Select(code => (JsonNode?)code)]);
        return body;
    }

    private static IEnumerable<KeyValuePair<string, string>> Checked(IEnumerable<string?> codes) =>
        codes.OfType<string>().Distinct().Select(code => KeyValuePair.Create(ItemField(code), code));
}
