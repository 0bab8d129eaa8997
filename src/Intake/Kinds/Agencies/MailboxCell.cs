using Ita.Domain.Naming;

namespace Ita.Intake.Kinds.Agencies;

/// <summary>Reads an e-mail address in its canonical form; empty is not given.</summary>
internal static class MailboxCell
{
    public static Reading<string> Read(ReadOnlySpan<byte> cell)
    {
        var text = CellText.WithoutApostrophe(CellText.Trimmed(cell));
        return text.Length == 0
            ? new Reading<string>("")
            : MailboxName.Normalize(text) is { } mailbox ? mailbox : new Fault(ProblemCatalogue.EmailUnusable);
    }
}
