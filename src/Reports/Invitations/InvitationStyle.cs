using System.Reflection;

namespace Ita.Reports.Invitations;

/// <summary>The style sheet of invitations, in addition to that of every document.</summary>
internal static class InvitationStyle
{
    private static readonly string Rules = Read();

    /// <param name="size">Null for a letter, which is on A4.</param>
    public static string Of(PosterSize? size) => size switch
    {
        PosterSize.A5 => $"{Rules} @page {{ size: A5; margin: .8cm 1cm }} html {{ font-size: 8.5pt }}",
        PosterSize.A4 => $"{Rules} @page {{ size: A4; margin: 1.2cm 1.5cm }} html {{ font-size: 12.2pt }}",
        _ => Rules,
    };

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("invitation.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
