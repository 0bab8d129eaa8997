using System.Xml;

namespace Ita.Intake.Workbooks;

/// <summary>Thrown where a workbook cannot be read further. Callers outside this folder get its <see cref="Fault"/> instead.</summary>
internal sealed class WorkbookException(Fault fault) : Exception(fault.Kind.Code)
{
    public Fault Fault => fault;

    public static WorkbookException TooLarge(string found, long limit) => new(new Fault(ProblemCatalogue.WorkbookTooLarge)
        .With("found", found)
        .With("limit", limit.ToString("#,0", CultureInfo.InvariantCulture)));

    public static WorkbookException Broken() => new(new(ProblemCatalogue.WorkbookBroken));

    /// <summary>What a damaged or hostile workbook makes the readers below us throw, and nothing else.</summary>
    public static bool IsOfTheFile(Exception exception) =>
        exception is WorkbookException or XmlException or InvalidDataException or EndOfStreamException;

    public static Fault ToFault(Exception exception) =>
        exception is WorkbookException known ? known.Fault : new(ProblemCatalogue.WorkbookBroken);
}
