using Ita.Domain.Texts;

namespace Ita.Intake.Kinds.Agencies;

/// <summary>Rows of the registry: one agency and year each.</summary>
internal sealed class AgencyRows(RowContext context) : RowReader(context)
{
    private readonly Dictionary<(FiscalYear Year, string Code), (Agency Agency, int Line)> agencies = [];
    private readonly NamingCells naming = new(context.Header);
    private readonly NamingCell district = new(context.Header.IndexOf(Column.District), TextCell.Read, TextLimits.District);
    private readonly int staffColumn = context.Header.IndexOf(Column.InternalStaff);
    private readonly int stakeholdersColumn = context.Header.IndexOf(Column.ExternalStakeholders);
    private readonly int registeredColumn = context.Header.IndexOf(Column.Registered);
    private readonly int contactColumn = context.Header.IndexOf(Column.ContactEmail);
    private readonly int remindersColumn = context.Header.IndexOf(Column.Reminders);

    public override IntakeContent Content() => new IntakeContent.AgenciesFile(
    [
        .. agencies.Values.Select(entry => entry.Agency)
            .Where(agency => !Fallen.Contains(agency.Code))
            .OrderBy(agency => agency.Year)
            .ThenBy(agency => agency.Code, StringComparer.Ordinal),
    ]);

    protected override void Read(TableRows rows, YearBook book, string code)
    {
        // Not &&, so that every cell of the row is checked.
        var good = Report.Take(WholeNumberCell.Read(rows.Cell(staffColumn)), staffColumn, out var staff)
            & Report.Take(WholeNumberCell.Read(rows.Cell(stakeholdersColumn)), stakeholdersColumn, out var stakeholders)
            & Report.Take(YesNoCell.Read(rows.Cell(registeredColumn)), registeredColumn, out var registered)
            & Report.Take(YesNoCell.Read(rows.Cell(remindersColumn)), remindersColumn, out var reminders)
            & TakeContact(rows, out var contact)
            & Take(rows, naming.Name, out var name)
            & Take(rows, naming.Type, out var type)
            & Take(rows, naming.Province, out var province)
            & Take(rows, district, out var within);
        if (good)
        {
            Enter(new Agency(book.Year, code, name, type, province, within, staff, stakeholders, registered)
            {
                ContactEmail = contact,
                Reminders = reminders,
            });
        }
    }

    private void Enter(Agency agency)
    {
        if (agencies.TryAdd((agency.Year, agency.Code), (agency, Report.Line)))
        {
            return;
        }

        var (earlier, line) = agencies[(agency.Year, agency.Code)];
        var kind = earlier == agency ? ProblemCatalogue.DuplicateSame : ProblemCatalogue.DuplicateAgency;
        Report.NoteRow(new Fault(kind)
            .With("otherLine", FormattableString.Invariant($"{line}"))
            .With("otherValue", ShownValue.OfWords(earlier.Title)));
    }

    protected override string? NameOf(YearBook book, string code) => agencies.GetValueOrDefault((book.Year, code)).Agency?.Name;

    // Nothing of the cell is shown: it may be the address of a person.
    private bool TakeContact(TableRows rows, out string? contact)
    {
        contact = null;
        if (contactColumn < 0 || !Report.TakeOnceShowing(MailboxCell.Read(rows.Cell(contactColumn)), contactColumn, shown: null, out var text))
        {
            return contactColumn < 0;
        }

        contact = text.Length == 0 ? null : text;
        return true;
    }

    private bool Take(TableRows rows, NamingCell cell, out string? text)
    {
        text = null;
        if (cell.Column >= 0 && !cell.Take(rows, Report, out text))
        {
            return false;
        }

        text = string.IsNullOrEmpty(text) ? null : text;
        return true;
    }
}
