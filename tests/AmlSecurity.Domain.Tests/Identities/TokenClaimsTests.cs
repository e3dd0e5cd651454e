using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Identities;

public sealed class TokenClaimsTests
{
    private const string Tenant = "fa15d692-e9c7-4460-a743-29f2956fd429";
    private const string Samples = "jwt/aad-samples/access_token_claims_docs_2018.json";

    [VectorFact(Samples)]
    [Trait("Rule", "AUTHZ-20")]
    [Trait("Rule", "AUTHN-01")]
    public void The_documented_token_of_version_1_is_a_guests_whose_issuer_is_not_that_of_its_tenant()
    {
        var claims = Sample("v1");

        Assert.Equal((TokenVersion.V1, Tenant), (claims.Version, claims.Tenant!.ToString()));
        Assert.Equal("75dbe77f-10a3-4e59-85fd-8c127544f17c", claims.ClientId);
        Assert.Equal("02223b6b-aa1d-42d4-9ec0-1b2bb9194438", claims.ObjectId!.Text);
        Assert.Equal(Duration.FromSeconds(3900), claims.Expires - claims.IssuedAt);
        Assert.False(claims.IsIssuedByItsTenant);
        Assert.False(claims.IsForResourceManager);
        Assert.Equal(MfaStatus.NotSatisfied, claims.Mfa);
        Assert.Equal(PrincipalKind.User, claims.Kind);
        var judgement = claims.Judge(RuleSet.March2020);
        Assert.Equal(new Membership.Guest(GuestEvidence.IdentityProvider), judgement.Membership);
        Assert.Equal("AUTHZ-20", judgement.Refusal!.Text);
        Assert.Null(claims.Judge(RuleSet.Current).Refusal);
    }

    [VectorFact(Samples)]
    [Trait("Rule", "AUTHN-01")]
    public void The_documented_token_of_version_2_does_not_state_how_its_user_signed_in()
    {
        var claims = Sample("v2");

        Assert.Equal(TokenVersion.V2, claims.Version);
        Assert.Equal("6e74172b-be56-4843-9ff4-e66a39bb12e3", claims.ClientId);
        Assert.True(claims.IsIssuedByItsTenant);
        Assert.Equal(MfaStatus.NotStated, claims.Mfa);
        Assert.Equal(new Membership.Undetermined(), claims.Judge(RuleSet.March2020).Membership);
        Assert.Equal(["access_as_user"], claims.Scopes.AsEnumerable());
    }

    [Theory]
    [Trait("Rule", "AUTHN-01")]
    [InlineData("""{"ver":"1.0","amr":["pwd","mfa"]}""", MfaStatus.Satisfied)]
    [InlineData("""{"ver":"1.0","amr":["ngcmfa"]}""", MfaStatus.Satisfied)]
    [InlineData(
        """{"ver":"1.0","http://schemas.microsoft.com/claims/authnmethodsreferences":"rsa,mfa"}""", MfaStatus.Satisfied)]
    [InlineData("""{"ver":"1.0","amr":["pwd","rsa"]}""", MfaStatus.NotSatisfied)]
    [InlineData("""{"ver":"1.0","amr":["mfaish"],"acr":"1"}""", MfaStatus.NotSatisfied)]
    [InlineData("""{"ver":"1.0","acr":"1"}""", MfaStatus.NotSatisfied)]
    [InlineData("""{"ver":"2.0","amr":["mfa"]}""", MfaStatus.NotStated)]
    [InlineData("""{"amr":["mfa"]}""", MfaStatus.Satisfied)]
    [InlineData("{}", MfaStatus.NotStated)]
    public void More_than_one_factor_is_three_valued(string json, MfaStatus expected) =>
        Assert.Equal(expected, Read(json).Mfa);

    [Theory]
    [Trait("Rule", "AUTHN-02")]
    [InlineData("""{"idtyp":"app","scp":"a"}""", PrincipalKind.ServicePrincipal)]
    [InlineData("""{"idtyp":"user","roles":["a"]}""", PrincipalKind.User)]
    [InlineData("""{"roles":["a"]}""", PrincipalKind.ServicePrincipal)]
    [InlineData("""{"roles":["a"],"scp":"a"}""", PrincipalKind.User)]
    [InlineData("""{"oid":"a","sub":"a"}""", PrincipalKind.ServicePrincipal)]
    [InlineData("""{"oid":"a","sub":"a","scp":"x"}""", PrincipalKind.User)]
    [InlineData("""{"oid":"a","sub":"b"}""", PrincipalKind.User)]
    [InlineData(
        """{"idtyp":"app","xms_mirid":"/subscriptions/s/resourcegroups/g/providers/p/t/n"}""",
        PrincipalKind.ManagedIdentity)]
    public void Applications_are_told_from_users_by_the_strongest_sign(string json, PrincipalKind expected) =>
        Assert.Equal(expected, Read(json).Kind);

    [Theory]
    [Trait("Rule", "AUTHZ-20")]
    [InlineData("""{"acct":1}""", GuestEvidence.AccountClaim)]
    [InlineData("""{"acct":"1","idp":"live.com"}""", GuestEvidence.AccountClaim)]
    [InlineData("""{"idp":"live.com"}""", GuestEvidence.IdentityProvider)]
    [InlineData(
        $$"""{"iss":"https://sts.windows.net/{{Tenant}}/","idp":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/"}""",
        GuestEvidence.IdentityProvider)]
    [InlineData("""{"tid":"9188040d-6c67-4c5b-b112-36a304b66dad"}""", GuestEvidence.IdentityProvider)]
    [InlineData("""{"home_oid":"x","email":"a@b"}""", GuestEvidence.HomeObjectId)]
    [InlineData("""{"email":"a@b","upn":"a_b#EXT#@c"}""", GuestEvidence.Email)]
    [InlineData("""{"upn":"a_b#EXT#@c"}""", GuestEvidence.UserPrincipalName)]
    [InlineData("""{"roles":["a"],"idp":"live.com"}""", GuestEvidence.IdentityProvider)]
    [InlineData("""{"idtyp":"app","home_oid":"x"}""", GuestEvidence.HomeObjectId)]
    [InlineData("""{"unique_name":"a_b#ext#@c"}""", GuestEvidence.UserPrincipalName)]
    [InlineData("""{"preferred_username":"a_EXT_@c"}""", GuestEvidence.UserPrincipalName)]
    public void A_guest_is_known_by_the_strongest_evidence(string json, GuestEvidence expected) =>
        Assert.Equal(new Membership.Guest(expected), Read(json).Judge(RuleSet.Current).Membership);

    [Theory]
    [InlineData("""{"acct":0,"upn":"a_b#EXT#@c"}""")]
    [InlineData($$"""{"iss":"https://sts.windows.net/{{Tenant}}/","idp":"https://sts.windows.net/{{Tenant}}/","email":"a@b"}""")]
    [InlineData($$"""{"tid":"{{Tenant}}","idp":"https://login.microsoftonline.com/{{Tenant}}/v2.0"}""")]
    [InlineData("""{"idtyp":"app"}""")]
    [InlineData("""{"roles":["a"]}""")]
    public void A_member_is_known_by_the_account_the_provider_or_by_being_no_user(string json) =>
        Assert.Equal(new Membership.Member(), Read(json).Judge(RuleSet.March2020).Membership);

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void Who_may_be_a_guest_is_refused_under_the_rules_of_2020_unless_the_caller_accepts_it()
    {
        var claims = Read("""{"upn":"alice@contoso.com"}""");

        Assert.Equal(new Membership.Undetermined(), claims.Judge(RuleSet.March2020).Membership);
        Assert.Equal("AUTHZ-20", claims.Judge(RuleSet.March2020).Refusal!.Text);
        Assert.Null(claims.Judge(RuleSet.March2020, acceptsUndetermined: true).Refusal);
        Assert.Null(claims.Judge(RuleSet.Current).Refusal);
    }

    [Fact]
    public void An_e_mail_address_that_was_asked_for_is_no_sign()
    {
        var claims = Read("""{"email":"a@b"}""");

        Assert.Equal(new Membership.Undetermined(), claims.Judge(RuleSet.Current, isEmailRequested: true).Membership);
    }

    [Fact]
    public void Groups_that_are_not_listed_are_not_denied_when_there_are_too_many()
    {
        var group = PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000009").Expect();
        const string One = """{"groups":["aaaaaaaa-0000-0000-0000-000000000009"]}""";

        Assert.True(Read(One).Groups.IsMemberOf(group));
        Assert.Null(Read("""{"groups":[]}""").Groups.IsMemberOf(group));
        Assert.False(Read("""{"groups":["aaaaaaaa-0000-0000-0000-000000000008"]}""").Groups.IsMemberOf(group));
        Assert.Null(Read("""{"_claim_names":{"groups":"src1"},"_claim_sources":{"src1":{}}}""").Groups.IsMemberOf(group));
        Assert.Null(Read("""{"hasgroups":true}""").Groups.IsMemberOf(group));
        Assert.Equal(new GroupClaim.NotStated(), Read("{}").Groups);
    }

    [Theory]
    [Trait("Rule", "AUTHN-03")]
    [InlineData("https://management.azure.com/", true)]
    [InlineData("https://management.azure.com", true)]
    [InlineData("https://management.core.windows.net/", true)]
    [InlineData("https://management.core.windows.net", true)]
    [InlineData("https://management.azure.com//", false)]
    [InlineData("https://MANAGEMENT.azure.com/", false)]
    [InlineData("https://management.azure.com/x", false)]
    public void Audiences_are_a_closed_list_in_which_a_slash_counts(string audience, bool expected) =>
        Assert.Equal(expected, Read($$"""{"aud":"{{audience}}"}""").IsForResourceManager);

    [Fact]
    public void Who_acts_is_directory_and_object_and_no_name_of_a_person()
    {
        var claims = Read($$"""{"tid":"{{Tenant}}","oid":"a","upn":"alice@contoso.com"}""");

        Assert.Equal(("a", Tenant), (claims.Judge(RuleSet.Current).Principal!.Id.Text, claims.Tenant!.ToString()));
        Assert.Null(Read("""{"upn":"alice@contoso.com"}""").Judge(RuleSet.Current).Principal);
        Assert.DoesNotContain("alice", claims.Judge(RuleSet.Current).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_within_its_time_widened_by_the_skew()
    {
        var judgement = Read("""{"nbf":1000,"exp":"2000.5"}""").Judge(RuleSet.Current);
        var (start, end) = (Instant.FromUnixTimeSeconds(1000), Instant.FromUnixTimeMilliseconds(2_000_500));

        Assert.True(judgement.IsWithinItsTimeAt(start, Duration.Zero));
        Assert.False(judgement.IsWithinItsTimeAt(start - Duration.Epsilon, Duration.Zero));
        Assert.False(judgement.IsWithinItsTimeAt(end, Duration.Zero));
        Assert.True(judgement.IsWithinItsTimeAt(end - Duration.Epsilon, Duration.Zero));
        Assert.True(judgement.IsWithinItsTimeAt(end + Duration.FromMinutes(4)));
        Assert.False(judgement.IsWithinItsTimeAt(end + Duration.FromMinutes(5)));
        Assert.False(Read("""{"nbf":1000}""").Judge(RuleSet.Current).IsWithinItsTimeAt(start));
        Assert.Throws<ArgumentOutOfRangeException>(() => judgement.IsWithinItsTimeAt(start, Duration.FromMinutes(6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => judgement.IsWithinItsTimeAt(start, -Duration.Epsilon));
    }

    [Theory]
    [InlineData("""{"tid":"contoso"}""", "$.tid (byte 0): the claim `tid` is malformed")]
    [InlineData("""{"ver":"3.0"}""", "$.ver (byte 0): the claim `ver` is malformed")]
    [InlineData("""{"exp":"soon"}""", "$.exp (byte 0): the claim `exp` is malformed")]
    [InlineData("""{"exp":1e300}""", "$.exp (byte 0): the claim `exp` is malformed")]
    [InlineData("""{"acct":7}""", "$.acct (byte 0): the claim `acct` is malformed")]
    [InlineData("""{"oid":["a","b"]}""", "$.oid (byte 7): the claim is not of the type that it has")]
    [InlineData("""{"oid":true}""", "$.oid (byte 7): the claim is not of the type that it has")]
    [InlineData("""{"oid":12.0e1}""", "$.oid (byte 7): the claim is not of the type that it has")]
    [InlineData("""{"exp":[" 1700000000 "]}""", "$.exp (byte 7): the claim is not of the type that it has")]
    [InlineData("""{"idp":{"x":1}}""", "$.idp (byte 7): the claim is not of the type that it has")]
    [InlineData("""{"roles":[["a"]]}""", "$.roles[0] (byte 10): the claim is not of the type that it has")]
    [InlineData("""{"acct":true}""", "$.acct (byte 8): the claim is not of the type that it has")]
    [InlineData("""{"aud":["a","b"]}""", "$.aud (byte 0): the claim `aud` is given more than once, differently")]
    [InlineData("""{"oid":"a","oid":"b"}""", "$.oid (byte 11): the object already has a member `oid`")]
    [InlineData("[]", "$ (byte 0): it is not an object")]
    [InlineData("{", "$ (byte 1): the document is not JSON from here on")]
    public void What_is_wrong_is_named_with_its_place_and_without_its_value(string json, string expected) =>
        Assert.Equal(expected, TokenClaims.Read(System.Text.Encoding.UTF8.GetBytes(json)).AsT1.ToString());

    [Fact]
    public void Claims_of_dotnet_with_long_names_are_understood()
    {
        var claims = TokenClaims.Create(
        [
            new("http://schemas.microsoft.com/identity/claims/tenantid", Tenant),
            new("http://schemas.microsoft.com/identity/claims/objectidentifier", "a"),
            new("http://schemas.microsoft.com/claims/authnmethodsreferences", "pwd"),
            new("http://schemas.microsoft.com/claims/authnmethodsreferences", "mfa"),
            new("http://schemas.microsoft.com/identity/claims/scope", "user_impersonation other"),
            new("ver", "1.0"),
        ]).Expect();

        Assert.Equal((Tenant, "a"), (claims.Tenant!.ToString(), claims.ObjectId!.Text));
        Assert.Equal(MfaStatus.Satisfied, claims.Mfa);
        Assert.Equal(["user_impersonation", "other"], claims.Scopes.AsEnumerable());
        Assert.Throws<ArgumentException>(() => TokenClaims.Create([new("ver", null!)]));
    }

    [Fact]
    public void Claims_of_dotnet_hide_neither_a_guest_nor_that_there_are_too_many_groups()
    {
        var claims = TokenClaims.Create(
        [
            new("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "a_b#EXT#@c"),
            new("_claim_names", """{"groups":"src1"}"""),
            new("groups", "aaaaaaaa-0000-0000-0000-000000000009"),
        ]).Expect();

        Assert.Equal(
            new Membership.Guest(GuestEvidence.UserPrincipalName), claims.Judge(RuleSet.Current).Membership);
        Assert.IsType<GroupClaim.TooMany>(claims.Groups);
    }

    [Fact]
    public void Two_names_of_one_claim_must_agree()
    {
        var contradicted = TokenClaims.Create(
        [
            new("oid", "a"), new("http://schemas.microsoft.com/identity/claims/objectidentifier", "b"),
        ]);

        Assert.Equal(new ClaimFault("oid", ClaimFaultKind.Contradicted), contradicted.AsT1);
    }

    private static TokenClaims Read(string json) => TokenClaims.Read(System.Text.Encoding.UTF8.GetBytes(json)).Expect();

    private static TokenClaims Sample(string version)
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(OutsideVectors.PathOf(Samples)));
        return Read(document.RootElement.GetProperty(version).GetRawText());
    }
}
