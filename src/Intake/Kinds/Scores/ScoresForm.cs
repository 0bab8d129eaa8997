using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Scores;

/// <summary>A row an item, by part where its instrument has parts; then the published figures that are known.</summary>
internal static class ScoresForm
{
    /// <summary>The sheet of figures made of several items; those of items have the code of their instrument.</summary>
    private static readonly string PublishedSheet = FormText.Of("sheet.published");

    public static FormTable Create(Form form)
    {
        var framework = form.Framework;
        var asked = (framework.Items.IsEmpty ? Indicators(framework) : Items(framework)).ToList();
        return FormTable.Create(
            form,
            Columns(framework),
            [.. asked.Concat(Published(form, asked)).Select(row => new FormRow(Row(form, row), row.Sheet)), .. Rating(form)]);
    }

    private static IEnumerable<WorkbookColumn> Columns(Framework framework)
    {
        var parts = framework.Instruments.SelectMany(instrument => instrument.Parts).Select(part => Shown(part.Number));
        return
        [
            .. FormColumns.Start,
            FormColumns.Create(Column.Part, FormColumns.Choices(parts, isClosed: true)),
            FormColumns.Create(Column.Item, FormColumns.Choices(Codes(framework))),
            FormColumns.Create(Column.Name),
            FormColumns.Create(Column.Score),
            FormColumns.Create(Column.Respondents),
        ];
    }

    private static IEnumerable<string> Codes(Framework framework) =>
    [
        .. framework.Items.Select(item => item.Code),
        .. framework.SubIndicators.Select(sub => sub.Code),
        .. framework.Indicators.Select(indicator => ScoreKey.Indicator(indicator.Number).Code),
        .. framework.Instruments.Select(instrument => instrument.Code),
        ScoreKey.Total.Code,
        KnownItem.Rating.Key.Code,
    ];

    private static string[] Row(Form form, AskedScore row) =>
        [.. form.Start, row.Part, row.Code, row.Name, form.ScoreOf(row.Key), form.RespondentsOf(row.Key)];

    private static IEnumerable<AskedScore> Items(Framework framework) =>
        from instrument in framework.Instruments
        from part in instrument.Parts.IsEmpty ? new InstrumentPart?[] { null } : [.. instrument.Parts]
        from item in framework.Items
        where instrument.Indicators.Contains(item.Indicator)
        select new AskedScore(new(item.Code, part?.Code), Shown(part?.Number), item.Code, item.Text, instrument.Code);

    private static IEnumerable<AskedScore> Indicators(Framework framework) => framework.Indicators
        .Select(indicator => ScoreKey.Indicator(indicator.Number))
        .Select(key => new AskedScore(key, "", key.Code, NameOf(framework, key.Code), PublishedSheet));

    /// <summary>Figures made of several items. Combined figures of items that the form asks by part are left out.</summary>
    private static IEnumerable<AskedScore> Published(Form form, IEnumerable<AskedScore> asked) => form.Sheet.Scores.Keys
        .Except(asked.Select(row => row.Key))
        .Where(key => form.Framework.Items.All(item => item.Code != key.Code))
        .Select(key => new AskedScore(key, PartNumber(form.Framework, key.Part), key.Code, NameOf(form.Framework, key.Code), PublishedSheet));

    private static IEnumerable<FormRow> Rating(Form form) => form.Sheet.PublishedRating is { } words
        ? [new([.. form.Start, "", ColumnNames.English(Column.Rating), "", words, ""], PublishedSheet)]
        : [];

    private static string PartNumber(Framework framework, string? part) =>
        Shown(framework.Instruments.SelectMany(instrument => instrument.Parts).FirstOrDefault(known => known.Code == part)?.Number);

    private static string NameOf(Framework framework, string code) => framework.Indicators
        .FirstOrDefault(indicator => ScoreKey.Indicator(indicator.Number).Code == code)?.NameTh ?? "";

    /// <param name="Part">Its number, or empty.</param>
    /// <param name="Sheet">The sheet of a workbook that has its row.</param>
    private sealed record AskedScore(ScoreKey Key, string Part, string Code, string Name, string Sheet);
}
