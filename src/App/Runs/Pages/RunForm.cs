using System.Text.Json.Nodes;

namespace Ita.App.Runs.Pages;

/// <summary>The form that starts a run: which field is which member of the API's body.</summary>
internal static class RunForm
{
    private const string Province = "province";
    private const string Type = "type";

    private static readonly FormShape Shape = new(
        ["digits", "only", Province, Type],
        ["fiscalYear"],
        [],
        [],
        new Dictionary<string, string>
        {
            ["fiscalYear"] = "ปีงบประมาณ",
            ["kinds"] = "เอกสาร",
            ["scope"] = "หน่วยงาน",
            ["digits"] = "ตัวเลข",
        });

    /// <summary>The field that is checked for each kind of document.</summary>
    public const string Kinds = "kinds";

    public static string KindField(string kind) => $"{Kinds}-{kind}";

    public static Outcome<RunOrder> Read(IFormCollection form, FrameworkCatalogue frameworks)
    {
        var body = Shape.ToBody(form);
        var (province, type) = (body[Province]?.ToString(), body[Type]?.ToString());
        body.Remove(Province);
        body.Remove(Type);
        body["scope"] = province is null && type is null ? "nation" : new JsonObject { [Province] = province, [Type] = type };
        body[Kinds] = new JsonArray([.. form[Kinds].OfType<string>().Select(kind => (JsonNode?)kind)]);
        return RunRequest.Read(JsonSerializer.SerializeToElement(body), frameworks);
    }

    /// <summary>The form before anything is chosen.</summary>
    public static FormView Blank(int year) => new(
        Shape.ToFields(new JsonObject { ["fiscalYear"] = year, ["only"] = "missing" })
            .SetItems(RunOrder.UsualKinds(RunScope.Nation).Select(kind => KeyValuePair.Create(KindField(kind), kind))),
        []);

    /// <summary>The form as it was posted, with what is wrong with it.</summary>
    public static FormView Again(IFormCollection form, Refusal refusal) => new(
        Shape.ToFields(Shape.ToBody(form)).SetItems(form[Kinds].OfType<string>().Select(kind => KeyValuePair.Create(KindField(kind), kind))),
        Shape.Faults(refusal));
}
