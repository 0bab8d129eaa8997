using System.Reflection;
using static Ita.Intake.Problems.ProblemReach;

namespace Ita.Intake.Problems;

/// <summary>Every problem that Intake can report. docs/problems.md lists the same ones.</summary>
public static class ProblemCatalogue
{
    public static readonly ProblemKind FileEmpty = new("file-empty", WholeFile, "the file has no row that is not blank");
    public static readonly ProblemKind NoRows = new("no-rows", WholeFile, "there is a header and nothing below it");
    public static readonly ProblemKind BinaryFile = new("binary-file", WholeFile, "the bytes are those of another kind of file, or contain NUL");
    public static readonly ProblemKind WorkbookOld =
        new("workbook-old", WholeFile, "a workbook of a format that Excel had before version 5 (.xls of 1993 and earlier)");
    public static readonly ProblemKind WorkbookEncrypted = new("workbook-encrypted", WholeFile, "a workbook that asks for a password");
    public static readonly ProblemKind WorkbookBroken =
        new("workbook-broken", WholeFile, "an XLSX or XLS file that cannot be unpacked or understood");
    public static readonly ProblemKind WorkbookTooLarge = new("workbook-too-large", WholeFile,
        "an XLSX file unpacks to more bytes, parts or text than the settings allow, or an XLS file is larger than they allow");
    public static readonly ProblemKind BrokenCharacters =
        new("broken-characters", WholeFile,
            "a letter was lost before the upload (U+FFFD), the UTF-8 breaks off, or the header or every row was read in the wrong encoding (à¸…)");
    public static readonly ProblemKind EncodingUnknown =
        new("encoding-unknown", WholeFile, "the bytes are neither UTF-8, UTF-16 with a mark, nor Windows-874");
    public static readonly ProblemKind FileTooLarge = new("file-too-large", WholeFile, "the file is longer than the setting allows");
    public static readonly ProblemKind LineTooLong =
        new("line-too-long", WholeFile, "a row is longer than the setting allows, often for a quote that is never closed");
    public static readonly ProblemKind CellTooLong = new("cell-too-long", Row,
        "a cell is longer than the setting allows, or than its text can be stored; nothing of it is shown; such rows do not refuse the file",
        SparesFile: true);
    public static readonly ProblemKind QuoteNotClosed =
        new("quote-not-closed", WholeFile, "a quote opens a cell and none closes it before the end of the file");
    public static readonly ProblemKind NoSheetWithHeader =
        new("no-sheet-with-header", WholeFile, "a workbook has data on several sheets, and the header of none is known");
    public static readonly ProblemKind TooManyColumns = new("too-many-columns", WholeFile, "the header has more columns than the setting allows");
    public static readonly ProblemKind UnknownKind = new("unknown-kind", WholeFile, "the header names no column that only one kind of file has");
    public static readonly ProblemKind MissingColumns = new("missing-columns", WholeFile, "required columns of the kind are not in the header");
    public static readonly ProblemKind HeaderBelow =
        new("header-below", WholeFile, "a row with several cells is above the header, which may be data, so it is not skipped");
    public static readonly ProblemKind HeaderInTwoRows =
        new("header-in-two-rows", WholeFile, "the header has a second row, and the two do not tell the meaning of each column");
    public static readonly ProblemKind DuplicateColumn = new("duplicate-column", WholeFile, "two headers mean the same column");
    public static readonly ProblemKind TooManyBadRows = new("too-many-bad-rows", WholeFile, "the share of bad rows is above the setting");
    public static readonly ProblemKind NoGoodAgency =
        new("no-good-agency", WholeFile, "each agency of the file has a bad row, so that none is left to accept");
    public static readonly ProblemKind TooManyRespondents =
        new("too-many-respondents", WholeFile, "a file names more respondents than the setting allows");
    public static readonly ProblemKind OtherAgency =
        new("other-agency", WholeFile, "the file was sent with an agency's key and speaks of another agency");

    public static readonly ProblemKind UnknownColumn = new("unknown-column", Note, "a header is not known; its cells are not read");
    public static readonly ProblemKind UnnamedColumn =
        new("unnamed-column", Note, "a column has data below a blank header; its cells are not read, and the column is shown by its letter");
    public static readonly ProblemKind QuestionUnknown =
        new("question-unknown", Note, "in a file of answers, a title is as long as a question and has neither a code nor the text of a question");
    public static readonly ProblemKind ColumnsNotStored = new("columns-not-stored", Note,
        "columns with times, e-mail addresses or names of respondents, as survey services add them; never read or shown");
    public static readonly ProblemKind UnusedColumn = new("unused-column", Note, "a header is known, but not used in this kind of file");

    public static readonly ProblemKind SheetNotRead = new("sheet-not-read", Note,
        "a sheet that is not hidden has data, and its header is not that of the sheet that was read");

    public static readonly ProblemKind QuoteBroken = new("quote-broken", Row, "text follows the closing quote of a cell");
    public static readonly ProblemKind ExtraCells = new("extra-cells", Row, "a row has more filled cells than the header");
    public static readonly ProblemKind CellError = new("cell-error", Row,
        "in a column that is read, a cell of a workbook shows an error of its formula, such as #N/A, or has one that was never calculated (=)");

    public static readonly ProblemKind CodeNotHeld = new("code-not-held", Row,
        "a cell of a workbook holds a code as a number of more than 15 digits, which a spreadsheet program cannot keep");
    public static readonly ProblemKind CodeRescaled = new("code-rescaled", Row,
        "a cell of a workbook holds a code as a number that it shows as a percentage, a fraction, with an exponent or in thousands");
    public static readonly ProblemKind DecimalsNotShown = new("decimals-not-shown", Note,
        "a score's cell holds decimals that its format does not show; reported once for each column");
    public static readonly ProblemKind NumberNotShown = new("number-not-shown", Note,
        "a cell holds a number, and its format shows nothing of it; reported once for each column");

    public static readonly ProblemKind YearEmpty = new("year-empty", Row, "the fiscal year is not given");
    public static readonly ProblemKind YearNotANumber = new("year-not-a-number", Row, "the fiscal year is not a number");
    public static readonly ProblemKind YearCommonEra = new("year-common-era", Row, "the fiscal year is a year of the Common Era");
    public static readonly ProblemKind UnknownYear = new("unknown-year", Row, "no assessment framework is known for the year");

    public static readonly ProblemKind AgencyCodeEmpty = new("agency-code-empty", Row, "the agency code is not given");
    public static readonly ProblemKind AgencyCodeUnusable =
        new("agency-code-unusable", Row, "the agency code is too long, or has characters that a code cannot have, such as letters of other scripts");
    public static readonly ProblemKind SummaryRow = new("summary-row", Row,
        "a row of totals, means, extremes or counts in place of an agency; it belongs to no agency",
        SparesFile: true);
    public static readonly ProblemKind AgencyNameDiffers =
        new("agency-name-differs", Note, "one agency code has two names, types or provinces; the first stands");
    public static readonly ProblemKind CodeZeros = new("code-zeros", Note,
        "a code differs from a stored one only by zeros at its start, or from another in the file only by zeros, spaces, hyphens or capitals, and no "
        + "name shows that they are two agencies");
    public static readonly ProblemKind CodeOfKnownAgency = new("code-of-known-agency", Row,
        "a code that is not stored for the year differs only by zeros at its start from a stored one, and both have the same name");
    public static readonly ProblemKind ProvinceUnknown =
        new("province-unknown", Note, "the province is none of the 77; it is stored as written; reported once per spelling");
    public static readonly ProblemKind AgencyTypeUnknown =
        new("agency-type-unknown", Note, "the type of agency is none of the known ones; it is stored as written; reported once per spelling");
    public static readonly ProblemKind TextGarbled =
        new("text-garbled", Row, "a text that is stored was read in the wrong encoding before the upload (à¸…, ÍºµàÍ…)");
    public static readonly ProblemKind TextUnreadable =
        new("text-unreadable", Row, "a text that is stored has control or private-use characters other than those of old Thai fonts");
    public static readonly ProblemKind DuplicateAgency =
        new("duplicate-agency", Row, "an agency stands twice in the registry file, and the rows differ");

    public static readonly ProblemKind ItemEmpty = new("item-empty", Row, "the item is not given");
    public static readonly ProblemKind UnknownItem = new("unknown-item", Row, "the year has no such item, indicator or instrument");
    public static readonly ProblemKind ItemsNotKnown =
        new("items-not-known", Row, "an item of an instrument whose items are not known in that year");
    public static readonly ProblemKind ItemOfAnotherYear = new("item-of-another-year", Row, "the year has no such item, and other years have");
    public static readonly ProblemKind AmbiguousItem = new("ambiguous-item", Row, "a code without its letter fits more than one item of the year");
    public static readonly ProblemKind ItemReadAs =
        new("item-read-as", Note, "a code as scans make it had exactly one reading; told once for each spelling and year");

    public static readonly ProblemKind PartUnknown = new("part-unknown", Row, "the instrument has no such part");
    public static readonly ProblemKind PartNotAsked = new("part-not-asked", Row, "a part is given for an instrument that has no parts in that year");
    public static readonly ProblemKind PartConflict = new("part-conflict", Row, "the item code names one part and the column another");
    public static readonly ProblemKind PartMissing =
        new("part-missing", Note, "an item of an instrument with parts has no part; told once an agency and year");

    public static readonly ProblemKind ScoreEmpty = new("score-empty", Row,
        "the score is not given, though the row says how many answered or what was looked at; a row that says neither is skipped");
    public static readonly ProblemKind ScoreNotANumber = new("score-not-a-number", Row, "the score is not a number");
    public static readonly ProblemKind ScoreOutOfRange = new("score-out-of-range", Row, "the score is below 0 or above 100");
    public static readonly ProblemKind ScoreBelowOne =
        new("score-below-one", Note,
            "the score is between 0 and 1, or 1 where the agency's other scores are between 0 and 1, like a percentage that has lost its format");
    public static readonly ProblemKind ScoresAreFractions = new("scores-are-fractions", Row,
        "all scores of an agency, or all of one instrument or level, are from 0 to 1: at least three, not all of them whole");
    public static readonly ProblemKind ColumnOfFractions = new("column-of-fractions", WholeFile,
        "all scores of a column or item in three agencies at least, or all of the file, are from 0 to 1, not all of them whole");
    public static readonly ProblemKind DecimalComma =
        new("decimal-comma", Row, "the score has a decimal comma, in a file that is not separated by semicolons");
    public static readonly ProblemKind ItemNotChecklist =
        new("item-not-checklist", Row, "an item of a survey, or a figure made of several, in a checklist file");
    public static readonly ProblemKind ScoreNotAllowed =
        new("score-not-allowed", Row, "an assessor cannot give this score: it is none of the points of the item's scale");
    public static readonly ProblemKind UrlUnusable =
        new("url-unusable", Note, "the address of the evidence is no http or https address; never looked up, and not shown");

    public static readonly ProblemKind InstrumentUnknown =
        new("instrument-unknown", Row, "the year has no such survey; of an instrument with parts, the part is to be named");
    public static readonly ProblemKind QuestionsNotKnown =
        new("questions-not-known", Row, "answers to a survey whose questions are not known in that year");
    public static readonly ProblemKind ItemNotAsked =
        new("item-not-asked", Row, "an answer in the column of a question that the row's survey does not ask");
    public static readonly ProblemKind AnswerUnknown =
        new("answer-unknown", Row, "the cell is neither a label nor the points of an answer to this question; text that resembles none is not shown");
    public static readonly ProblemKind SubQuestionsMixed =
        new("sub-questions-mixed", Row, "one agency's answers to an item come as a whole and by sub-question");
    public static readonly ProblemKind SubQuestionMissing =
        new("sub-question-missing", Note, "of an item's sub-questions some have no answer from the whole agency; the item is not scored");
    public static readonly ProblemKind RespondentEmpty =
        new("respondent-empty", Row, "an answer in a file with one row per answer names no respondent");
    public static readonly ProblemKind DuplicateAnswer = new("duplicate-answer", Row, "a respondent answers a question for the second time");

    public static readonly ProblemKind MeasureEmpty = new("measure-empty", Row, "a row says something of a measure, but not which");
    public static readonly ProblemKind IssueUnknown = new("issue-unknown", Row, "the year has no such issue");
    public static readonly ProblemKind ItemNotForMeasure =
        new("item-not-for-measure", Row, "a measure names something that is neither an item nor an indicator");
    public static readonly ProblemKind StatusUnknown = new("status-unknown", Row, "how far a measure is, in words that are not known");
    public static readonly ProblemKind PercentOutOfRange = new("percent-out-of-range", Row, "how far a measure is, but no number from 0 to 100");

    public static readonly ProblemKind RemarkPlaceEmpty =
        new("remark-place-empty", Row, "a remark names neither an item or indicator nor an issue");
    public static readonly ProblemKind RemarkItemUnusable =
        new("remark-item-unusable", Row, "a remark names something that is neither an item nor an indicator");
    public static readonly ProblemKind RemarkInstrumentEmpty =
        new("remark-instrument-empty", Row, "a remark names an issue only, and no instrument");
    public static readonly ProblemKind RemarkInstrumentUnknown =
        new("remark-instrument-unknown", Row, "a remark names an instrument that the year does not have");
    public static readonly ProblemKind RemarkInstrumentDiffers =
        new("remark-instrument-differs", Row, "a remark names an item, and an instrument that does not have it");
    public static readonly ProblemKind RemarksTooMany = new("remarks-too-many", Row,
        "the remarks about an agency and year from one instrument are longer together than can be stored; such rows do not refuse the file",
        SparesFile: true);

    public static readonly ProblemKind SettingUnknown = new("setting-unknown", Row, "a row names a setting that does not exist");
    public static readonly ProblemKind SettingValueUnknown =
        new("setting-value-unknown", Row, "the value of a setting is none of the words that it can have");
    public static readonly ProblemKind SettingTwice =
        new("setting-twice", Row, "two rows give the same setting of an agency and year different values");
    public static readonly ProblemKind SettingTooManyLines =
        new("setting-too-many-lines", Row, "a setting that is a list has more lines than can be stored");
    public static readonly ProblemKind LimitUnusable =
        new("limit-unusable", Row, "a class limit is no number from 0 to 100 with at most two decimals");
    public static readonly ProblemKind LimitsOutOfOrder = new("limits-out-of-order", Row,
        "the lower class limit of an agency and year is not below the upper one; one that is not given has its default, 85 or 100");

    public static readonly ProblemKind NotAWholeNumber = new("not-a-whole-number", Row, "a count of people is not a whole number from 0 up");
    public static readonly ProblemKind YesNoUnknown = new("yes-no-unknown", Row, "the cell is neither yes nor no");
    public static readonly ProblemKind EmailUnusable =
        new("email-unusable", Row, "the cell is not the e-mail address of one mailbox; nothing of it is shown");

    public static readonly ProblemKind DuplicateSame = new("duplicate-same", Note, "the same score stands twice; it counts once");
    public static readonly ProblemKind DuplicateItem = new("duplicate-item", Row, "the same item stands twice with different scores");

    public static ImmutableArray<ProblemKind> All { get; } =
    [
        .. typeof(ProblemCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ProblemKind>(),
    ];
}
