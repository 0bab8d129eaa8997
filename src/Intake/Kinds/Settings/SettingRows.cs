using Ita.Domain.Settings;
using Ita.Domain.Texts;

namespace Ita.Intake.Kinds.Settings;

/// <summary>Rows of one setting each. A setting without a value is skipped as not filled in.</summary>
internal sealed class SettingRows(RowContext context) : SheetRows(context)
{
    private readonly int settingColumn = context.Header.IndexOf(Column.Setting);
    private readonly int valueColumn = context.Header.IndexOf(Column.Value);
    private readonly Dictionary<SheetDraft, Given> given = [];

    public override IntakeContent Content() => new IntakeContent.SettingsFile(Agencies(),
    [
        .. from draft in Standing()
           where given.ContainsKey(draft)
           select new AgencySettings(draft.Year, draft.Code, given[draft].Settings),
    ]);

    public override void Finish()
    {
        base.Finish();
        foreach (var (draft, one) in given.Where(pair => !Fallen.Contains(pair.Key.Code) && !pair.Value.Settings.HasGoodLimits()))
        {
            var limits = one.Settings.ToThresholds();
            Report.NoteAt(
                new Fault(ProblemCatalogue.LimitsOutOfOrder).With("low", Shown(limits.Pass)).With("high", Shown(limits.Full)),
                one.LimitLine, valueColumn, Shown(one.Settings.LowLimit ?? limits.Full));
            TakeOut(draft.Code);
        }
    }

    protected override bool SaysNothing(TableRows rows) => CellText.IsBlank(rows.Cell(valueColumn));

    protected override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        if (!Report.Take(SettingList.Read(rows.Cell(settingColumn)), settingColumn, out var setting))
        {
            return;
        }

        var text = Report.TakeText(valueColumn, setting.IsList ? TextLimits.LetterLine * TextLimits.LetterLines : TextLimits.LetterLine);
        if (text.Length == 0)
        {
            return;
        }

        if (text.ReplaceLineEndings("\n").Split('\n').Any(line => line.Length > TextLimits.LetterLine))
        {
            Report.NoteTooLong(valueColumn, TextLimits.LetterLine);
            return;
        }

        Put(draft, setting, text);
    }

    private void Put(SheetDraft draft, Setting setting, string text)
    {
        if (!given.TryGetValue(draft, out var one))
        {
            given.Add(draft, one = new());
        }

        if (!setting.IsList && one.Lines.TryGetValue(setting.Name, out var earlier))
        {
            var isSame = CellText.Plain(earlier.Text) == CellText.Plain(text);
            Report.NoteShowing(
                new Fault(isSame ? ProblemCatalogue.DuplicateSame : ProblemCatalogue.SettingTwice)
                    .With("otherLine", FormattableString.Invariant($"{earlier.Line}"))
                    .With("otherValue", setting.Shown),
                settingColumn, setting.Name);
            return;
        }

        if (Report.Take(setting.Put(one.Settings, text), valueColumn, out var changed))
        {
            one.Settings = changed;
            one.Lines[setting.Name] = (Report.Line, text);
        }
    }

    private static string Shown(decimal limit) => limit.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the rows give an agency and year.</summary>
    private sealed class Given
    {
        public ReportSettings Settings { get; set; } = ReportSettings.Blank;

        /// <summary>The line and text of each setting.</summary>
        public Dictionary<string, (int Line, string Text)> Lines { get; } = new(StringComparer.Ordinal);

        public int LimitLine => Lines.Where(pair => pair.Key.EndsWith("_limit", StringComparison.Ordinal)).Max(pair => pair.Value.Line);
    }
}
