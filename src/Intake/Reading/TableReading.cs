using Ita.Intake.Kinds;

namespace Ita.Intake.Reading;

/// <summary>Reads one table: its header, its rows, and whether it is accepted.</summary>
internal sealed class TableReading(
    TableRows rows, IntakeLimits limits, FrameworkCatalogue frameworks, KnownAgencies known, bool commaIsDecimal)
{
    private readonly SheetNames sheets = new(rows.Sheets);
    private readonly ProblemLog log = new(limits.KeptProblems, new SheetNames(rows.Sheets));
    private Problem? refused;
    private RowReader? reader;
    private RowReport? report;

    /// <summary>Whether the current row is the first below the header, so that it is not moved on.</summary>
    private bool isBelow;
    private int good;
    private int bad;
    private int spared;
    private int blank;
    private int unfilled;

    public FileKind? Kind { get; private set; }

    /// <summary>The line of the header; null when there is none.</summary>
    public int? HeaderLine { get; private set; }

    public ImmutableArray<string> KindToldBy { get; private set; } = [];

    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        if (await ReadHeaderAsync(cancellationToken).ConfigureAwait(false) is { } header)
        {
            await ReadRowsAsync(header, cancellationToken).ConfigureAwait(false);
        }

        Judge();
    }

    public IntakeOutcome Outcome(Detection detection)
    {
        var counts = new IntakeCounts(good + bad, blank + unfilled, good, bad);
        if (refused is not null)
        {
            refused = sheets.AddTo(refused);
            log.Add(refused);
        }

        var problems = log.Kept();
        return refused is not null || reader is null
            ? new(Kind, detection, refused, IntakeContent.None, problems, log.Count, counts with { AgenciesWithBadRows = reader?.Codes.Count ?? 0 })
            : new(Kind, detection, null, reader.Content(), problems, log.Count, counts with
            {
                AgenciesAccepted = reader.Codes.Count - reader.Fallen.Count,
                AgenciesWithBadRows = reader.Fallen.Count,
            });
    }

    private async ValueTask<(HeaderRow Row, KindColumns Kind)?> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var search = new HeaderSearch(limits, UploadKinds.Columns);
        while (!search.IsOver && await rows.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!rows.IsBlank())
            {
                search.Look(new HeaderRow(rows, QuestionTitles.For(frameworks)));
            }
        }

        isBelow = search.IsBelow;
        return search.Found is { } header ? Understand(header, search.Advice) : null;
    }

    private (HeaderRow Row, KindColumns Kind)? Understand(HeaderRow header, Problem? advice)
    {
        var check = new HeaderCheck(header, limits, UploadKinds.Columns);
        Kind = check.Kind?.Kind;
        KindToldBy = check.ToldBy;
        HeaderLine = header.Line;
        refused = advice ?? check.Refusal;
        foreach (var note in check.Notes.Concat(rows.Notes))
        {
            log.Add(note);
        }

        return refused is null ? (header, check.Kind!) : null;
    }

    private async ValueTask ReadRowsAsync((HeaderRow Row, KindColumns Kind) header, CancellationToken cancellationToken)
    {
        report = new RowReport(rows, header.Row, log);
        reader = UploadKinds.Layouts.First(layout => layout.Columns == header.Kind)
            .CreateReader(new(header.Row, report, frameworks, new(commaIsDecimal), limits));
        while (reader.Refusal is null && (isBelow || await rows.NextAsync(cancellationToken).ConfigureAwait(false)))
        {
            isBelow = false;
            Read(reader, report);
        }

        await CheckCodesAsync(reader, cancellationToken).ConfigureAwait(false);
        reader.Finish();
        good -= reader.LateBadRows;
        bad += reader.LateBadRows;
    }

    /// <summary>An agency whose code is wrong counts as one bad row: its first.</summary>
    private async ValueTask CheckCodesAsync(RowReader read, CancellationToken cancellationToken)
    {
        if (rows.Ended is null && read.Refusal is null)
        {
            var fallen = read.Fallen.Count;
            await new CodeZeros(read).CheckAsync(known, cancellationToken).ConfigureAwait(false);
            (good, bad) = (good - (read.Fallen.Count - fallen), bad + (read.Fallen.Count - fallen));
        }
    }

    private void Read(RowReader into, RowReport report)
    {
        if (rows.IsBlank())
        {
            blank++;
            return;
        }

        if (into.IsUnfilled(rows))
        {
            unfilled++;
            return;
        }

        into.Read(rows);
        if (report.IsBad)
        {
            bad++;
            spared += report.IsDoubtful ? 0 : 1;
        }
        else
        {
            good++;
        }
    }

    private void Judge()
    {
        if ((rows.Ended ?? reader?.Refusal) is { } fault)
        {
            refused = fault.At(rows.Line == 0 ? null : rows.Line);
        }

        refused ??= reader?.Verdict;
        refused ??= (reader, good + bad) switch
        {
            (null, _) => new Fault(ProblemCatalogue.FileEmpty).At(line: null),
            (_, 0) when unfilled > 0 => null,
            (_, 0) => new Fault(ProblemCatalogue.NoRows).At(line: null),
            _ when report?.GarbledRows == good + bad => new Fault(ProblemCatalogue.BrokenCharacters).At(report.FirstGarbledLine),
            _ when bad - spared > limits.BadRowShare * (good + bad - spared) => TooManyBad(),
            _ when reader.Codes.Count == reader.Fallen.Count => NoGoodAgency(),
            _ => null,
        };
    }

    private Problem NoGoodAgency() => new Fault(ProblemCatalogue.NoGoodAgency)
        .With("bad", bad.ToString(CultureInfo.InvariantCulture))
        .With("rows", (good + bad).ToString(CultureInfo.InvariantCulture))
        .At(line: null);

    private Problem TooManyBad() => new Fault(ProblemCatalogue.TooManyBadRows)
        .With("bad", bad.ToString(CultureInfo.InvariantCulture))
        .With("rows", (good + bad).ToString(CultureInfo.InvariantCulture))
        .With("limit", (limits.BadRowShare * 100).ToString("0.##", CultureInfo.InvariantCulture))
        .At(line: null);
}
