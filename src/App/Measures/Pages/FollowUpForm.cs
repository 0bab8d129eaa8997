using System.Text.Json.Nodes;
using Ita.Domain.Improvement;

namespace Ita.App.Measures.Pages;

/// <summary>The form of the follow-up of a measure: which field is which member of the API's body.</summary>
internal static class FollowUpForm
{
    private const string Reports = "reports";

    private static readonly string[] OfRound = ["date", "percent", "result"];

    private static readonly FormShape Shape = new(
        ["status", "result"],
        ["percent"],
        [],
        [("evidence", ["url", "date"])],
        new Dictionary<string, string>
        {
            ["status"] = "สถานะ",
            ["result"] = "ผลการดำเนินการ",
            ["percent"] = "ร้อยละความคืบหน้า",
            ["url"] = "ที่อยู่ของหลักฐาน",
            ["date"] = "วันที่",
            ["evidence"] = "หลักฐาน",
            [Reports] = "รายงานรอบ",
        });

    /// <summary>The field of a member of a round's report.</summary>
    public static string Field(FollowUpRound round, string member) =>
        FormattableString.Invariant($"{Reports}[{Enum.GetValues<FollowUpRound>().IndexOf(round)}].{member}");

    /// <summary>The measure with the follow-up that the form states; its plan is kept.</summary>
    public static Outcome<Measure> Read(IFormCollection form, Measure before, Framework framework)
    {
        var body = Shape.ToBody(form);
        body[Reports] = new JsonArray([.. Enum.GetValues<FollowUpRound>().Select(round => Report(form, round)).OfType<JsonNode>()]);
        var sent = JsonBody.Read<MeasureObject>(JsonSerializer.SerializeToElement(body), MeasureRules.Invalid);
        return sent.IsRefused
            ? sent.Refusal
            : MeasureFaults.Check(sent.Value.Over(before with { Result = "", Percent = 0 }, before.Id, before.Analysed), framework);
    }

    /// <summary>The form with a stored measure.</summary>
    public static FormView Filled(Measure measure)
    {
        var body = JsonSerializer.SerializeToNode(FollowedMeasure.From(measure, default, null).Measure, ApiJson.Options)!.AsObject();
        var reports = measure.Reports.SelectMany(report => new[]
        {
            KeyValuePair.Create(Field(report.Round, "date"), report.Date.ToString("O", CultureInfo.InvariantCulture)),
            KeyValuePair.Create(Field(report.Round, "percent"), report.Percent.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create(Field(report.Round, "result"), report.Result),
        });
        return new(Shape.ToFields(body).SetItems(reports), []);
    }

    /// <summary>The form as it was posted, with what is wrong with it.</summary>
    public static FormView Again(IFormCollection form, Refusal refusal)
    {
        var reports = from round in Enum.GetValues<FollowUpRound>()
                      from member in OfRound
                      select KeyValuePair.Create(Field(round, member), form[Field(round, member)].ToString());
        return new(Shape.ToFields(Shape.ToBody(form)).SetItems(reports), Shape.Faults(refusal));
    }

    // Null for a round without a report. A report needs a date; without one the check of the body names it.
    private static JsonObject? Report(IFormCollection form, FollowUpRound round)
    {
        var sent = OfRound.Select(member => KeyValuePair.Create(member, form[Field(round, member)].ToString().Trim()))
            .Where(one => one.Value.Length > 0).ToList();
        return sent.Count == 0
            ? null
            : new(sent.Select(one => KeyValuePair.Create(
                    one.Key, (JsonNode?)(one.Key == "percent" ? FormShape.NumberOrText(one.Value) : JsonValue.Create(one.Value))))
                .Prepend(KeyValuePair.Create("round", (JsonNode?)JsonValue.Create(Names.Of(round)))));
    }
}
