using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The words and bounds of the format that are both written and read.</summary>
internal static class RecordWords
{
    public const int ShortText = 128;
    public const int LongText = 1_024;
    public const int LongestText = 2_048;
    public const int RunText = 256;
    public const int MethodText = 64;
    public const int SealedText = 8_448;
    public const int MostMethods = 16;
    public const int MostRules = 64;
    public const int FirstStatus = 100;
    public const int LastStatus = 599;

    // RFC 8785 writes a number as a double, which holds every integer up to here.
    public const long LargestInteger = (1L << 53) - 1;

    public static ReadOnlySpan<AuditActorKind> ActorKinds =>
    [
        AuditActorKind.User, AuditActorKind.Guest, AuditActorKind.ServicePrincipal, AuditActorKind.ManagedIdentity,
        AuditActorKind.Other,
    ];

    public static ReadOnlySpan<UnattributedReason> Reasons =>
        [UnattributedReason.NotNamed, UnattributedReason.Anonymous, UnattributedReason.Unreadable];

    public static ReadOnlySpan<MfaStatus> Mfa => [MfaStatus.NotStated, MfaStatus.NotSatisfied, MfaStatus.Satisfied];

    public static ReadOnlySpan<byte> Of(AuditActorKind kind) => kind switch
    {
        AuditActorKind.Guest => "\"guest\""u8,
        AuditActorKind.ServicePrincipal => "\"servicePrincipal\""u8,
        AuditActorKind.ManagedIdentity => "\"managedIdentity\""u8,
        AuditActorKind.Other => "\"other\""u8,
        _ => "\"user\""u8,
    };

    public static ReadOnlySpan<byte> Of(UnattributedReason why) => why switch
    {
        UnattributedReason.Anonymous => "\"anonymous\""u8,
        UnattributedReason.Unreadable => "\"unreadable\""u8,
        _ => "\"notNamed\""u8,
    };

    public static ReadOnlySpan<byte> Of(MfaStatus mfa) => mfa switch
    {
        MfaStatus.Satisfied => "\"satisfied\""u8,
        MfaStatus.NotSatisfied => "\"notSatisfied\""u8,
        _ => "\"notStated\""u8,
    };
}
