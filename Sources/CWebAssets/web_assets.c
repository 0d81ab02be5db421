/* Written by scripts/list-assets.sh. */
#include "web_assets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char ballot_ballot_js[] = {
#embed "../WebAssets/ballot/ballot.js"
};

static const unsigned char ballot_base64url_js[] = {
#embed "../WebAssets/ballot/base64url.js"
};

static const unsigned char ballot_binary_http_js[] = {
#embed "../WebAssets/ballot/binary-http.js"
};

static const unsigned char ballot_blind_rsa_js[] = {
#embed "../WebAssets/ballot/blind-rsa.js"
};

static const unsigned char ballot_board_ceremony_js[] = {
#embed "../WebAssets/ballot/board-ceremony.js"
};

static const unsigned char ballot_board_device_js[] = {
#embed "../WebAssets/ballot/board-device.js"
};

static const unsigned char ballot_board_key_js[] = {
#embed "../WebAssets/ballot/board-key.js"
};

static const unsigned char ballot_board_seat_js[] = {
#embed "../WebAssets/ballot/board-seat.js"
};

static const unsigned char ballot_board_js[] = {
#embed "../WebAssets/ballot/board.js"
};

static const unsigned char ballot_box_js[] = {
#embed "../WebAssets/ballot/box.js"
};

static const unsigned char ballot_bundle_js[] = {
#embed "../WebAssets/ballot/bundle.js"
};

static const unsigned char ballot_byte_reader_js[] = {
#embed "../WebAssets/ballot/byte-reader.js"
};

static const unsigned char ballot_bytes_js[] = {
#embed "../WebAssets/ballot/bytes.js"
};

static const unsigned char ballot_ceremony_documents_js[] = {
#embed "../WebAssets/ballot/ceremony-documents.js"
};

static const unsigned char ballot_ceremony_evidence_js[] = {
#embed "../WebAssets/ballot/ceremony-evidence.js"
};

static const unsigned char ballot_ceremony_record_js[] = {
#embed "../WebAssets/ballot/ceremony-record.js"
};

static const unsigned char ballot_choice_js[] = {
#embed "../WebAssets/ballot/choice.js"
};

static const unsigned char ballot_client_js[] = {
#embed "../WebAssets/ballot/client.js"
};

static const unsigned char ballot_closing_js[] = {
#embed "../WebAssets/ballot/closing.js"
};

static const unsigned char ballot_cocktail_schnorr_js[] = {
#embed "../WebAssets/ballot/cocktail-schnorr.js"
};

static const unsigned char ballot_cocktail_share_js[] = {
#embed "../WebAssets/ballot/cocktail-share.js"
};

static const unsigned char ballot_cocktail_transcript_js[] = {
#embed "../WebAssets/ballot/cocktail-transcript.js"
};

static const unsigned char ballot_cocktail_js[] = {
#embed "../WebAssets/ballot/cocktail.js"
};

static const unsigned char ballot_count_slips_js[] = {
#embed "../WebAssets/ballot/count-slips.js"
};

static const unsigned char ballot_credential_js[] = {
#embed "../WebAssets/ballot/credential.js"
};

static const unsigned char ballot_crockford_js[] = {
#embed "../WebAssets/ballot/crockford.js"
};

static const unsigned char ballot_device_js[] = {
#embed "../WebAssets/ballot/device.js"
};

static const unsigned char ballot_ed25519_js[] = {
#embed "../WebAssets/ballot/ed25519.js"
};

static const unsigned char ballot_ending_js[] = {
#embed "../WebAssets/ballot/ending.js"
};

static const unsigned char ballot_error_js[] = {
#embed "../WebAssets/ballot/error.js"
};

static const unsigned char ballot_freeze_js[] = {
#embed "../WebAssets/ballot/freeze.js"
};

static const unsigned char ballot_hash_js[] = {
#embed "../WebAssets/ballot/hash.js"
};

static const unsigned char ballot_hpke_js[] = {
#embed "../WebAssets/ballot/hpke.js"
};

static const unsigned char ballot_http_js[] = {
#embed "../WebAssets/ballot/http.js"
};

static const unsigned char ballot_interpolation_js[] = {
#embed "../WebAssets/ballot/interpolation.js"
};

static const unsigned char ballot_json_lines_js[] = {
#embed "../WebAssets/ballot/json-lines.js"
};

static const unsigned char ballot_json_reader_js[] = {
#embed "../WebAssets/ballot/json-reader.js"
};

static const unsigned char ballot_kept_manifest_js[] = {
#embed "../WebAssets/ballot/kept-manifest.js"
};

static const unsigned char ballot_key_copy_js[] = {
#embed "../WebAssets/ballot/key-copy.js"
};

static const unsigned char ballot_key_keeper_js[] = {
#embed "../WebAssets/ballot/key-keeper.js"
};

static const unsigned char ballot_key_sheet_js[] = {
#embed "../WebAssets/ballot/key-sheet.js"
};

static const unsigned char ballot_keys_js[] = {
#embed "../WebAssets/ballot/keys.js"
};

static const unsigned char ballot_lanes_js[] = {
#embed "../WebAssets/ballot/lanes.js"
};

static const unsigned char ballot_manifest_casting_js[] = {
#embed "../WebAssets/ballot/manifest-casting.js"
};

static const unsigned char ballot_manifest_js[] = {
#embed "../WebAssets/ballot/manifest.js"
};

static const unsigned char ballot_merkle_js[] = {
#embed "../WebAssets/ballot/merkle.js"
};

static const unsigned char ballot_modular_js[] = {
#embed "../WebAssets/ballot/modular.js"
};

static const unsigned char ballot_ohttp_js[] = {
#embed "../WebAssets/ballot/ohttp.js"
};

static const unsigned char ballot_opening_js[] = {
#embed "../WebAssets/ballot/opening.js"
};

static const unsigned char ballot_other_host_js[] = {
#embed "../WebAssets/ballot/other-host.js"
};

static const unsigned char ballot_own_line_js[] = {
#embed "../WebAssets/ballot/own-line.js"
};

static const unsigned char ballot_p256_js[] = {
#embed "../WebAssets/ballot/p256.js"
};

static const unsigned char ballot_passage_js[] = {
#embed "../WebAssets/ballot/passage.js"
};

static const unsigned char ballot_receipt_js[] = {
#embed "../WebAssets/ballot/receipt.js"
};

static const unsigned char ballot_relay_client_js[] = {
#embed "../WebAssets/ballot/relay-client.js"
};

static const unsigned char ballot_relay_reference_js[] = {
#embed "../WebAssets/ballot/relay-reference.js"
};

static const unsigned char ballot_relay_statements_js[] = {
#embed "../WebAssets/ballot/relay-statements.js"
};

static const unsigned char ballot_relay_js[] = {
#embed "../WebAssets/ballot/relay.js"
};

static const unsigned char ballot_relayed_ballot_js[] = {
#embed "../WebAssets/ballot/relayed-ballot.js"
};

static const unsigned char ballot_round_code_js[] = {
#embed "../WebAssets/ballot/round-code.js"
};

static const unsigned char ballot_seal_js[] = {
#embed "../WebAssets/ballot/seal.js"
};

static const unsigned char ballot_sealed_audit_js[] = {
#embed "../WebAssets/ballot/sealed-audit.js"
};

static const unsigned char ballot_sealed_documents_js[] = {
#embed "../WebAssets/ballot/sealed-documents.js"
};

static const unsigned char ballot_sealed_lists_js[] = {
#embed "../WebAssets/ballot/sealed-lists.js"
};

static const unsigned char ballot_sealed_times_js[] = {
#embed "../WebAssets/ballot/sealed-times.js"
};

static const unsigned char ballot_seat_client_js[] = {
#embed "../WebAssets/ballot/seat-client.js"
};

static const unsigned char ballot_seat_count_js[] = {
#embed "../WebAssets/ballot/seat-count.js"
};

static const unsigned char ballot_seat_key_js[] = {
#embed "../WebAssets/ballot/seat-key.js"
};

static const unsigned char ballot_seat_records_js[] = {
#embed "../WebAssets/ballot/seat-records.js"
};

static const unsigned char ballot_seat_js[] = {
#embed "../WebAssets/ballot/seat.js"
};

static const unsigned char ballot_session_js[] = {
#embed "../WebAssets/ballot/session.js"
};

static const unsigned char ballot_shared_factor_js[] = {
#embed "../WebAssets/ballot/shared-factor.js"
};

static const unsigned char ballot_slip_js[] = {
#embed "../WebAssets/ballot/slip.js"
};

static const unsigned char ballot_store_js[] = {
#embed "../WebAssets/ballot/store.js"
};

static const unsigned char ballot_strict_json_js[] = {
#embed "../WebAssets/ballot/strict-json.js"
};

static const unsigned char ballot_token_js[] = {
#embed "../WebAssets/ballot/token.js"
};

static const unsigned char ballot_transcript_js[] = {
#embed "../WebAssets/ballot/transcript.js"
};

static const unsigned char ballot_xaes_js[] = {
#embed "../WebAssets/ballot/xaes.js"
};

static const unsigned char samples_trial_units_csv[] = {
#embed "../WebAssets/samples/trial-units.csv"
};

static const unsigned char samples_trial_voters_csv[] = {
#embed "../WebAssets/samples/trial-voters.csv"
};

static const unsigned char scripts_account_passkey_js[] = {
#embed "../WebAssets/scripts/account/passkey.js"
};

static const unsigned char scripts_board_board_page_js[] = {
#embed "../WebAssets/scripts/board/board-page.js"
};

static const unsigned char scripts_board_copy_reading_js[] = {
#embed "../WebAssets/scripts/board/copy-reading.js"
};

static const unsigned char scripts_board_copy_sheet_js[] = {
#embed "../WebAssets/scripts/board/copy-sheet.js"
};

static const unsigned char scripts_board_count_check_js[] = {
#embed "../WebAssets/scripts/board/count-check.js"
};

static const unsigned char scripts_board_counted_page_js[] = {
#embed "../WebAssets/scripts/board/counted-page.js"
};

static const unsigned char scripts_board_evidence_js[] = {
#embed "../WebAssets/scripts/board/evidence.js"
};

static const unsigned char scripts_board_key_reading_js[] = {
#embed "../WebAssets/scripts/board/key-reading.js"
};

static const unsigned char scripts_board_key_source_js[] = {
#embed "../WebAssets/scripts/board/key-source.js"
};

static const unsigned char scripts_board_make_key_js[] = {
#embed "../WebAssets/scripts/board/make-key.js"
};

static const unsigned char scripts_board_open_page_js[] = {
#embed "../WebAssets/scripts/board/open-page.js"
};

static const unsigned char scripts_board_relay_facts_js[] = {
#embed "../WebAssets/scripts/board/relay-facts.js"
};

static const unsigned char scripts_board_round_facts_js[] = {
#embed "../WebAssets/scripts/board/round-facts.js"
};

static const unsigned char scripts_board_scan_code_js[] = {
#embed "../WebAssets/scripts/board/scan-code.js"
};

static const unsigned char scripts_board_seat_entering_js[] = {
#embed "../WebAssets/scripts/board/seat-entering.js"
};

static const unsigned char scripts_board_seat_making_js[] = {
#embed "../WebAssets/scripts/board/seat-making.js"
};

static const unsigned char scripts_board_seat_opening_js[] = {
#embed "../WebAssets/scripts/board/seat-opening.js"
};

static const unsigned char scripts_board_seat_page_js[] = {
#embed "../WebAssets/scripts/board/seat-page.js"
};

static const unsigned char scripts_board_seat_signing_js[] = {
#embed "../WebAssets/scripts/board/seat-signing.js"
};

static const unsigned char scripts_board_seat_words_js[] = {
#embed "../WebAssets/scripts/board/seat-words.js"
};

static const unsigned char scripts_board_sign_page_js[] = {
#embed "../WebAssets/scripts/board/sign-page.js"
};

static const unsigned char scripts_common_board_words_js[] = {
#embed "../WebAssets/scripts/common/board-words.js"
};

static const unsigned char scripts_common_code_groups_js[] = {
#embed "../WebAssets/scripts/common/code-groups.js"
};

static const unsigned char scripts_common_dom_js[] = {
#embed "../WebAssets/scripts/common/dom.js"
};

static const unsigned char scripts_common_password_again_js[] = {
#embed "../WebAssets/scripts/common/password-again.js"
};

static const unsigned char scripts_common_qr_code_js[] = {
#embed "../WebAssets/scripts/common/qr-code.js"
};

static const unsigned char scripts_common_qr_words_js[] = {
#embed "../WebAssets/scripts/common/qr-words.js"
};

static const unsigned char scripts_common_seldom_js[] = {
#embed "../WebAssets/scripts/common/seldom.js"
};

static const unsigned char scripts_desk_board_members_js[] = {
#embed "../WebAssets/scripts/desk/board-members.js"
};

static const unsigned char scripts_desk_card_codes_js[] = {
#embed "../WebAssets/scripts/desk/card-codes.js"
};

static const unsigned char scripts_desk_card_sheets_js[] = {
#embed "../WebAssets/scripts/desk/card-sheets.js"
};

static const unsigned char scripts_desk_cards_page_js[] = {
#embed "../WebAssets/scripts/desk/cards-page.js"
};

static const unsigned char scripts_desk_invitation_sheets_js[] = {
#embed "../WebAssets/scripts/desk/invitation-sheets.js"
};

static const unsigned char scripts_desk_table_drop_js[] = {
#embed "../WebAssets/scripts/desk/table-drop.js"
};

static const unsigned char scripts_member_access_code_input_js[] = {
#embed "../WebAssets/scripts/member/access-code-input.js"
};

static const unsigned char scripts_member_afterwards_js[] = {
#embed "../WebAssets/scripts/member/afterwards.js"
};

static const unsigned char scripts_member_ballot_code_js[] = {
#embed "../WebAssets/scripts/member/ballot-code.js"
};

static const unsigned char scripts_member_card_address_js[] = {
#embed "../WebAssets/scripts/member/card-address.js"
};

static const unsigned char scripts_member_card_scanning_js[] = {
#embed "../WebAssets/scripts/member/card-scanning.js"
};

static const unsigned char scripts_member_casting_js[] = {
#embed "../WebAssets/scripts/member/casting.js"
};

static const unsigned char scripts_member_comparing_js[] = {
#embed "../WebAssets/scripts/member/comparing.js"
};

static const unsigned char scripts_member_doubt_words_js[] = {
#embed "../WebAssets/scripts/member/doubt-words.js"
};

static const unsigned char scripts_member_doubt_js[] = {
#embed "../WebAssets/scripts/member/doubt.js"
};

static const unsigned char scripts_member_elsewhere_js[] = {
#embed "../WebAssets/scripts/member/elsewhere.js"
};

static const unsigned char scripts_member_entrance_js[] = {
#embed "../WebAssets/scripts/member/entrance.js"
};

static const unsigned char scripts_member_erasing_js[] = {
#embed "../WebAssets/scripts/member/erasing.js"
};

static const unsigned char scripts_member_following_js[] = {
#embed "../WebAssets/scripts/member/following.js"
};

static const unsigned char scripts_member_handed_js[] = {
#embed "../WebAssets/scripts/member/handed.js"
};

static const unsigned char scripts_member_handing_js[] = {
#embed "../WebAssets/scripts/member/handing.js"
};

static const unsigned char scripts_member_joining_js[] = {
#embed "../WebAssets/scripts/member/joining.js"
};

static const unsigned char scripts_member_late_words_js[] = {
#embed "../WebAssets/scripts/member/late-words.js"
};

static const unsigned char scripts_member_mark_choice_js[] = {
#embed "../WebAssets/scripts/member/mark-choice.js"
};

static const unsigned char scripts_member_mark_sheet_js[] = {
#embed "../WebAssets/scripts/member/mark-sheet.js"
};

static const unsigned char scripts_member_marking_table_js[] = {
#embed "../WebAssets/scripts/member/marking-table.js"
};

static const unsigned char scripts_member_marking_js[] = {
#embed "../WebAssets/scripts/member/marking.js"
};

static const unsigned char scripts_member_marks_review_js[] = {
#embed "../WebAssets/scripts/member/marks-review.js"
};

static const unsigned char scripts_member_member_app_js[] = {
#embed "../WebAssets/scripts/member/member-app.js"
};

static const unsigned char scripts_member_member_fault_js[] = {
#embed "../WebAssets/scripts/member/member-fault.js"
};

static const unsigned char scripts_member_member_visit_js[] = {
#embed "../WebAssets/scripts/member/member-visit.js"
};

static const unsigned char scripts_member_member_words_js[] = {
#embed "../WebAssets/scripts/member/member-words.js"
};

static const unsigned char scripts_member_milestones_js[] = {
#embed "../WebAssets/scripts/member/milestones.js"
};

static const unsigned char scripts_member_mixed_js[] = {
#embed "../WebAssets/scripts/member/mixed.js"
};

static const unsigned char scripts_member_receiving_js[] = {
#embed "../WebAssets/scripts/member/receiving.js"
};

static const unsigned char scripts_member_relay_keys_js[] = {
#embed "../WebAssets/scripts/member/relay-keys.js"
};

static const unsigned char scripts_member_relay_refusal_js[] = {
#embed "../WebAssets/scripts/member/relay-refusal.js"
};

static const unsigned char scripts_member_relayed_js[] = {
#embed "../WebAssets/scripts/member/relayed.js"
};

static const unsigned char scripts_member_round_watch_js[] = {
#embed "../WebAssets/scripts/member/round-watch.js"
};

static const unsigned char scripts_member_small_mix_js[] = {
#embed "../WebAssets/scripts/member/small-mix.js"
};

static const unsigned char scripts_member_stage_view_js[] = {
#embed "../WebAssets/scripts/member/stage-view.js"
};

static const unsigned char scripts_member_unsent_js[] = {
#embed "../WebAssets/scripts/member/unsent.js"
};

static const unsigned char scripts_member_way_choice_js[] = {
#embed "../WebAssets/scripts/member/way-choice.js"
};

static const unsigned char scripts_member_way_words_js[] = {
#embed "../WebAssets/scripts/member/way-words.js"
};

static const unsigned char scripts_round_freeze_progress_js[] = {
#embed "../WebAssets/scripts/round/freeze-progress.js"
};

static const unsigned char scripts_round_live_warnings_js[] = {
#embed "../WebAssets/scripts/round/live-warnings.js"
};

static const unsigned char scripts_round_presence_js[] = {
#embed "../WebAssets/scripts/round/presence.js"
};

static const unsigned char scripts_round_public_round_js[] = {
#embed "../WebAssets/scripts/round/public-round.js"
};

static const unsigned char scripts_round_public_status_js[] = {
#embed "../WebAssets/scripts/round/public-status.js"
};

static const unsigned char scripts_round_quorum_gauge_js[] = {
#embed "../WebAssets/scripts/round/quorum-gauge.js"
};

static const unsigned char scripts_round_relay_holdings_js[] = {
#embed "../WebAssets/scripts/round/relay-holdings.js"
};

static const unsigned char scripts_round_round_live_js[] = {
#embed "../WebAssets/scripts/round/round-live.js"
};

static const unsigned char scripts_round_staff_call_js[] = {
#embed "../WebAssets/scripts/round/staff-call.js"
};

static const unsigned char scripts_round_step_forms_js[] = {
#embed "../WebAssets/scripts/round/step-forms.js"
};

static const unsigned char scripts_round_taking_forms_js[] = {
#embed "../WebAssets/scripts/round/taking-forms.js"
};

static const unsigned char scripts_round_taking_steps_js[] = {
#embed "../WebAssets/scripts/round/taking-steps.js"
};

static const unsigned char scripts_screen_figures_js[] = {
#embed "../WebAssets/scripts/screen/figures.js"
};

static const unsigned char scripts_screen_follow_js[] = {
#embed "../WebAssets/scripts/screen/follow.js"
};

static const unsigned char scripts_screen_pages_js[] = {
#embed "../WebAssets/scripts/screen/pages.js"
};

static const unsigned char scripts_screen_screen_js[] = {
#embed "../WebAssets/scripts/screen/screen.js"
};

static const unsigned char scripts_signer_signer_choose_js[] = {
#embed "../WebAssets/scripts/signer/signer-choose.js"
};

static const unsigned char scripts_signer_signer_forms_js[] = {
#embed "../WebAssets/scripts/signer/signer-forms.js"
};

static const unsigned char scripts_trial_trial_codes_js[] = {
#embed "../WebAssets/scripts/trial/trial-codes.js"
};

static const unsigned char scripts_trial_trial_looks_js[] = {
#embed "../WebAssets/scripts/trial/trial-looks.js"
};

static const unsigned char scripts_trial_trial_voters_js[] = {
#embed "../WebAssets/scripts/trial/trial-voters.js"
};

static const unsigned char scripts_trial_trial_js[] = {
#embed "../WebAssets/scripts/trial/trial.js"
};

static const unsigned char scripts_verify_camera_js[] = {
#embed "../WebAssets/scripts/verify/camera.js"
};

static const unsigned char scripts_verify_files_js[] = {
#embed "../WebAssets/scripts/verify/files.js"
};

static const unsigned char scripts_verify_verify_js[] = {
#embed "../WebAssets/scripts/verify/verify.js"
};

static const unsigned char styles_accounts_css[] = {
#embed "../WebAssets/styles/accounts.css"
};

static const unsigned char styles_board_css[] = {
#embed "../WebAssets/styles/board.css"
};

static const unsigned char styles_desk_board_css[] = {
#embed "../WebAssets/styles/desk-board.css"
};

static const unsigned char styles_desk_cards_css[] = {
#embed "../WebAssets/styles/desk-cards.css"
};

static const unsigned char styles_desk_css[] = {
#embed "../WebAssets/styles/desk.css"
};

static const unsigned char styles_house_css[] = {
#embed "../WebAssets/styles/house.css"
};

static const unsigned char styles_icon_svg[] = {
#embed "../WebAssets/styles/icon.svg"
};

static const unsigned char styles_member_css[] = {
#embed "../WebAssets/styles/member.css"
};

static const unsigned char styles_outcomes_css[] = {
#embed "../WebAssets/styles/outcomes.css"
};

static const unsigned char styles_public_css[] = {
#embed "../WebAssets/styles/public.css"
};

static const unsigned char styles_round_css[] = {
#embed "../WebAssets/styles/round.css"
};

static const unsigned char styles_screen_css[] = {
#embed "../WebAssets/styles/screen.css"
};

static const unsigned char styles_seat_css[] = {
#embed "../WebAssets/styles/seat.css"
};

static const unsigned char styles_signer_css[] = {
#embed "../WebAssets/styles/signer.css"
};

static const unsigned char styles_trial_css[] = {
#embed "../WebAssets/styles/trial.css"
};

static const unsigned char styles_verdict_css[] = {
#embed "../WebAssets/styles/verdict.css"
};

static const unsigned char templates_account_form_mustache[] = {
#embed "../WebAssets/templates/account-form.mustache"
};

static const unsigned char templates_account_mustache[] = {
#embed "../WebAssets/templates/account.mustache"
};

static const unsigned char templates_accounts_mustache[] = {
#embed "../WebAssets/templates/accounts.mustache"
};

static const unsigned char templates_annulled_mustache[] = {
#embed "../WebAssets/templates/annulled.mustache"
};

static const unsigned char templates_board_count_check_mustache[] = {
#embed "../WebAssets/templates/board-count-check.mustache"
};

static const unsigned char templates_board_counted_mustache[] = {
#embed "../WebAssets/templates/board-counted.mustache"
};

static const unsigned char templates_board_evidence_mustache[] = {
#embed "../WebAssets/templates/board-evidence.mustache"
};

static const unsigned char templates_board_key_reading_mustache[] = {
#embed "../WebAssets/templates/board-key-reading.mustache"
};

static const unsigned char templates_board_key_source_mustache[] = {
#embed "../WebAssets/templates/board-key-source.mustache"
};

static const unsigned char templates_board_make_key_mustache[] = {
#embed "../WebAssets/templates/board-make-key.mustache"
};

static const unsigned char templates_board_open_mustache[] = {
#embed "../WebAssets/templates/board-open.mustache"
};

static const unsigned char templates_board_seat_mustache[] = {
#embed "../WebAssets/templates/board-seat.mustache"
};

static const unsigned char templates_board_several_mustache[] = {
#embed "../WebAssets/templates/board-several.mustache"
};

static const unsigned char templates_board_sheet_mustache[] = {
#embed "../WebAssets/templates/board-sheet.mustache"
};

static const unsigned char templates_board_sign_mustache[] = {
#embed "../WebAssets/templates/board-sign.mustache"
};

static const unsigned char templates_board_wait_mustache[] = {
#embed "../WebAssets/templates/board-wait.mustache"
};

static const unsigned char templates_board_mustache[] = {
#embed "../WebAssets/templates/board.mustache"
};

static const unsigned char templates_code_mustache[] = {
#embed "../WebAssets/templates/code.mustache"
};

static const unsigned char templates_confirm_mustache[] = {
#embed "../WebAssets/templates/confirm.mustache"
};

static const unsigned char templates_contradiction_mustache[] = {
#embed "../WebAssets/templates/contradiction.mustache"
};

static const unsigned char templates_count_bar_mustache[] = {
#embed "../WebAssets/templates/count-bar.mustache"
};

static const unsigned char templates_decision_mustache[] = {
#embed "../WebAssets/templates/decision.mustache"
};

static const unsigned char templates_decisions_crumbs_mustache[] = {
#embed "../WebAssets/templates/decisions-crumbs.mustache"
};

static const unsigned char templates_desk_board_mustache[] = {
#embed "../WebAssets/templates/desk-board.mustache"
};

static const unsigned char templates_desk_cards_mustache[] = {
#embed "../WebAssets/templates/desk-cards.mustache"
};

static const unsigned char templates_desk_frozen_mustache[] = {
#embed "../WebAssets/templates/desk-frozen.mustache"
};

static const unsigned char templates_desk_members_mustache[] = {
#embed "../WebAssets/templates/desk-members.mustache"
};

static const unsigned char templates_desk_new_mustache[] = {
#embed "../WebAssets/templates/desk-new.mustache"
};

static const unsigned char templates_desk_preview_mustache[] = {
#embed "../WebAssets/templates/desk-preview.mustache"
};

static const unsigned char templates_desk_relays_mustache[] = {
#embed "../WebAssets/templates/desk-relays.mustache"
};

static const unsigned char templates_desk_round_head_mustache[] = {
#embed "../WebAssets/templates/desk-round-head.mustache"
};

static const unsigned char templates_desk_steps_mustache[] = {
#embed "../WebAssets/templates/desk-steps.mustache"
};

static const unsigned char templates_desk_table_form_mustache[] = {
#embed "../WebAssets/templates/desk-table-form.mustache"
};

static const unsigned char templates_desk_units_mustache[] = {
#embed "../WebAssets/templates/desk-units.mustache"
};

static const unsigned char templates_desk_mustache[] = {
#embed "../WebAssets/templates/desk.mustache"
};

static const unsigned char templates_digest_row_mustache[] = {
#embed "../WebAssets/templates/digest-row.mustache"
};

static const unsigned char templates_factors_mustache[] = {
#embed "../WebAssets/templates/factors.mustache"
};

static const unsigned char templates_form_token_mustache[] = {
#embed "../WebAssets/templates/form-token.mustache"
};

static const unsigned char templates_home_mustache[] = {
#embed "../WebAssets/templates/home.mustache"
};

static const unsigned char templates_identity_mustache[] = {
#embed "../WebAssets/templates/identity.mustache"
};

static const unsigned char templates_item_form_mustache[] = {
#embed "../WebAssets/templates/item-form.mustache"
};

static const unsigned char templates_journal_mustache[] = {
#embed "../WebAssets/templates/journal.mustache"
};

static const unsigned char templates_language_mustache[] = {
#embed "../WebAssets/templates/language.mustache"
};

static const unsigned char templates_layout_mustache[] = {
#embed "../WebAssets/templates/layout.mustache"
};

static const unsigned char templates_mark_no_mustache[] = {
#embed "../WebAssets/templates/mark-no.mustache"
};

static const unsigned char templates_mark_unknown_mustache[] = {
#embed "../WebAssets/templates/mark-unknown.mustache"
};

static const unsigned char templates_mark_yes_mustache[] = {
#embed "../WebAssets/templates/mark-yes.mustache"
};

static const unsigned char templates_member_header_mustache[] = {
#embed "../WebAssets/templates/member-header.mustache"
};

static const unsigned char templates_member_round_mustache[] = {
#embed "../WebAssets/templates/member-round.mustache"
};

static const unsigned char templates_member_start_mustache[] = {
#embed "../WebAssets/templates/member-start.mustache"
};

static const unsigned char templates_newcomer_mustache[] = {
#embed "../WebAssets/templates/newcomer.mustache"
};

static const unsigned char templates_outcome_cards_mustache[] = {
#embed "../WebAssets/templates/outcome-cards.mustache"
};

static const unsigned char templates_outcome_table_mustache[] = {
#embed "../WebAssets/templates/outcome-table.mustache"
};

static const unsigned char templates_outcome_word_mustache[] = {
#embed "../WebAssets/templates/outcome-word.mustache"
};

static const unsigned char templates_presence_mustache[] = {
#embed "../WebAssets/templates/presence.mustache"
};

static const unsigned char templates_problem_mustache[] = {
#embed "../WebAssets/templates/problem.mustache"
};

static const unsigned char templates_public_relays_mustache[] = {
#embed "../WebAssets/templates/public-relays.mustache"
};

static const unsigned char templates_public_round_state_mustache[] = {
#embed "../WebAssets/templates/public-round-state.mustache"
};

static const unsigned char templates_public_round_mustache[] = {
#embed "../WebAssets/templates/public-round.mustache"
};

static const unsigned char templates_qr_code_mustache[] = {
#embed "../WebAssets/templates/qr-code.mustache"
};

static const unsigned char templates_quorum_words_mustache[] = {
#embed "../WebAssets/templates/quorum-words.mustache"
};

static const unsigned char templates_quorum_mustache[] = {
#embed "../WebAssets/templates/quorum.mustache"
};

static const unsigned char templates_refusal_mustache[] = {
#embed "../WebAssets/templates/refusal.mustache"
};

static const unsigned char templates_register_table_mustache[] = {
#embed "../WebAssets/templates/register-table.mustache"
};

static const unsigned char templates_register_mustache[] = {
#embed "../WebAssets/templates/register.mustache"
};

static const unsigned char templates_relay_identity_mustache[] = {
#embed "../WebAssets/templates/relay-identity.mustache"
};

static const unsigned char templates_relay_lines_mustache[] = {
#embed "../WebAssets/templates/relay-lines.mustache"
};

static const unsigned char templates_relay_trial_mustache[] = {
#embed "../WebAssets/templates/relay-trial.mustache"
};

static const unsigned char templates_relay_words_mustache[] = {
#embed "../WebAssets/templates/relay-words.mustache"
};

static const unsigned char templates_round_back_button_mustache[] = {
#embed "../WebAssets/templates/round-back-button.mustache"
};

static const unsigned char templates_round_board_button_mustache[] = {
#embed "../WebAssets/templates/round-board-button.mustache"
};

static const unsigned char templates_round_cancel_mustache[] = {
#embed "../WebAssets/templates/round-cancel.mustache"
};

static const unsigned char templates_round_certify_mustache[] = {
#embed "../WebAssets/templates/round-certify.mustache"
};

static const unsigned char templates_round_check_board_mustache[] = {
#embed "../WebAssets/templates/round-check-board.mustache"
};

static const unsigned char templates_round_check_cards_mustache[] = {
#embed "../WebAssets/templates/round-check-cards.mustache"
};

static const unsigned char templates_round_check_door_mustache[] = {
#embed "../WebAssets/templates/round-check-door.mustache"
};

static const unsigned char templates_round_check_members_mustache[] = {
#embed "../WebAssets/templates/round-check-members.mustache"
};

static const unsigned char templates_round_check_units_mustache[] = {
#embed "../WebAssets/templates/round-check-units.mustache"
};

static const unsigned char templates_round_check_mustache[] = {
#embed "../WebAssets/templates/round-check.mustache"
};

static const unsigned char templates_round_confirm_mustache[] = {
#embed "../WebAssets/templates/round-confirm.mustache"
};

static const unsigned char templates_round_counts_mustache[] = {
#embed "../WebAssets/templates/round-counts.mustache"
};

static const unsigned char templates_round_crumbs_mustache[] = {
#embed "../WebAssets/templates/round-crumbs.mustache"
};

static const unsigned char templates_round_draft_board_mustache[] = {
#embed "../WebAssets/templates/round-draft-board.mustache"
};

static const unsigned char templates_round_freeze_form_mustache[] = {
#embed "../WebAssets/templates/round-freeze-form.mustache"
};

static const unsigned char templates_round_freeze_mustache[] = {
#embed "../WebAssets/templates/round-freeze.mustache"
};

static const unsigned char templates_round_in_box_mustache[] = {
#embed "../WebAssets/templates/round-in-box.mustache"
};

static const unsigned char templates_round_life_mustache[] = {
#embed "../WebAssets/templates/round-life.mustache"
};

static const unsigned char templates_round_links_mustache[] = {
#embed "../WebAssets/templates/round-links.mustache"
};

static const unsigned char templates_round_members_button_mustache[] = {
#embed "../WebAssets/templates/round-members-button.mustache"
};

static const unsigned char templates_round_minutes_button_mustache[] = {
#embed "../WebAssets/templates/round-minutes-button.mustache"
};

static const unsigned char templates_round_minutes_date_mustache[] = {
#embed "../WebAssets/templates/round-minutes-date.mustache"
};

static const unsigned char templates_round_next_certified_mustache[] = {
#embed "../WebAssets/templates/round-next-certified.mustache"
};

static const unsigned char templates_round_next_closing_mustache[] = {
#embed "../WebAssets/templates/round-next-closing.mustache"
};

static const unsigned char templates_round_next_draft_mustache[] = {
#embed "../WebAssets/templates/round-next-draft.mustache"
};

static const unsigned char templates_round_next_frozen_mustache[] = {
#embed "../WebAssets/templates/round-next-frozen.mustache"
};

static const unsigned char templates_round_next_issuing_mustache[] = {
#embed "../WebAssets/templates/round-next-issuing.mustache"
};

static const unsigned char templates_round_next_opened_mustache[] = {
#embed "../WebAssets/templates/round-next-opened.mustache"
};

static const unsigned char templates_round_next_sealed_mustache[] = {
#embed "../WebAssets/templates/round-next-sealed.mustache"
};

static const unsigned char templates_round_next_voting_mustache[] = {
#embed "../WebAssets/templates/round-next-voting.mustache"
};

static const unsigned char templates_round_open_one_mustache[] = {
#embed "../WebAssets/templates/round-open-one.mustache"
};

static const unsigned char templates_round_open_several_mustache[] = {
#embed "../WebAssets/templates/round-open-several.mustache"
};

static const unsigned char templates_round_record_button_mustache[] = {
#embed "../WebAssets/templates/round-record-button.mustache"
};

static const unsigned char templates_round_results_button_mustache[] = {
#embed "../WebAssets/templates/round-results-button.mustache"
};

static const unsigned char templates_round_results_mustache[] = {
#embed "../WebAssets/templates/round-results.mustache"
};

static const unsigned char templates_round_sign_one_mustache[] = {
#embed "../WebAssets/templates/round-sign-one.mustache"
};

static const unsigned char templates_round_sign_several_mustache[] = {
#embed "../WebAssets/templates/round-sign-several.mustache"
};

static const unsigned char templates_round_state_mustache[] = {
#embed "../WebAssets/templates/round-state.mustache"
};

static const unsigned char templates_round_step_mustache[] = {
#embed "../WebAssets/templates/round-step.mustache"
};

static const unsigned char templates_round_warnings_mustache[] = {
#embed "../WebAssets/templates/round-warnings.mustache"
};

static const unsigned char templates_round_mustache[] = {
#embed "../WebAssets/templates/round.mustache"
};

static const unsigned char templates_rounds_link_mustache[] = {
#embed "../WebAssets/templates/rounds-link.mustache"
};

static const unsigned char templates_rule_choice_mustache[] = {
#embed "../WebAssets/templates/rule-choice.mustache"
};

static const unsigned char templates_rule_field_mustache[] = {
#embed "../WebAssets/templates/rule-field.mustache"
};

static const unsigned char templates_screen_meeting_mustache[] = {
#embed "../WebAssets/templates/screen-meeting.mustache"
};

static const unsigned char templates_screen_outcomes_mustache[] = {
#embed "../WebAssets/templates/screen-outcomes.mustache"
};

static const unsigned char templates_screen_progress_mustache[] = {
#embed "../WebAssets/templates/screen-progress.mustache"
};

static const unsigned char templates_screen_quorum_mustache[] = {
#embed "../WebAssets/templates/screen-quorum.mustache"
};

static const unsigned char templates_screen_mustache[] = {
#embed "../WebAssets/templates/screen.mustache"
};

static const unsigned char templates_sign_in_factor_mustache[] = {
#embed "../WebAssets/templates/sign-in-factor.mustache"
};

static const unsigned char templates_sign_in_mustache[] = {
#embed "../WebAssets/templates/sign-in.mustache"
};

static const unsigned char templates_signer_annul_mustache[] = {
#embed "../WebAssets/templates/signer-annul.mustache"
};

static const unsigned char templates_signer_archive_mustache[] = {
#embed "../WebAssets/templates/signer-archive.mustache"
};

static const unsigned char templates_signer_decision_mustache[] = {
#embed "../WebAssets/templates/signer-decision.mustache"
};

static const unsigned char templates_signer_key_mustache[] = {
#embed "../WebAssets/templates/signer-key.mustache"
};

static const unsigned char templates_signer_paper_mustache[] = {
#embed "../WebAssets/templates/signer-paper.mustache"
};

static const unsigned char templates_signer_seal_mustache[] = {
#embed "../WebAssets/templates/signer-seal.mustache"
};

static const unsigned char templates_signer_mustache[] = {
#embed "../WebAssets/templates/signer.mustache"
};

static const unsigned char templates_trial_members_mustache[] = {
#embed "../WebAssets/templates/trial-members.mustache"
};

static const unsigned char templates_trial_mustache[] = {
#embed "../WebAssets/templates/trial.mustache"
};

static const unsigned char templates_verdict_answers_mustache[] = {
#embed "../WebAssets/templates/verdict-answers.mustache"
};

static const unsigned char templates_verdict_paper_mustache[] = {
#embed "../WebAssets/templates/verdict-paper.mustache"
};

static const unsigned char templates_verify_forms_mustache[] = {
#embed "../WebAssets/templates/verify-forms.mustache"
};

static const unsigned char templates_verify_mustache[] = {
#embed "../WebAssets/templates/verify.mustache"
};

static const struct web_asset all[] = {
    {"ballot/ballot.js", ballot_ballot_js, sizeof ballot_ballot_js},
    {"ballot/base64url.js", ballot_base64url_js, sizeof ballot_base64url_js},
    {"ballot/binary-http.js", ballot_binary_http_js, sizeof ballot_binary_http_js},
    {"ballot/blind-rsa.js", ballot_blind_rsa_js, sizeof ballot_blind_rsa_js},
    {"ballot/board-ceremony.js", ballot_board_ceremony_js, sizeof ballot_board_ceremony_js},
    {"ballot/board-device.js", ballot_board_device_js, sizeof ballot_board_device_js},
    {"ballot/board-key.js", ballot_board_key_js, sizeof ballot_board_key_js},
    {"ballot/board-seat.js", ballot_board_seat_js, sizeof ballot_board_seat_js},
    {"ballot/board.js", ballot_board_js, sizeof ballot_board_js},
    {"ballot/box.js", ballot_box_js, sizeof ballot_box_js},
    {"ballot/bundle.js", ballot_bundle_js, sizeof ballot_bundle_js},
    {"ballot/byte-reader.js", ballot_byte_reader_js, sizeof ballot_byte_reader_js},
    {"ballot/bytes.js", ballot_bytes_js, sizeof ballot_bytes_js},
    {"ballot/ceremony-documents.js", ballot_ceremony_documents_js, sizeof ballot_ceremony_documents_js},
    {"ballot/ceremony-evidence.js", ballot_ceremony_evidence_js, sizeof ballot_ceremony_evidence_js},
    {"ballot/ceremony-record.js", ballot_ceremony_record_js, sizeof ballot_ceremony_record_js},
    {"ballot/choice.js", ballot_choice_js, sizeof ballot_choice_js},
    {"ballot/client.js", ballot_client_js, sizeof ballot_client_js},
    {"ballot/closing.js", ballot_closing_js, sizeof ballot_closing_js},
    {"ballot/cocktail-schnorr.js", ballot_cocktail_schnorr_js, sizeof ballot_cocktail_schnorr_js},
    {"ballot/cocktail-share.js", ballot_cocktail_share_js, sizeof ballot_cocktail_share_js},
    {"ballot/cocktail-transcript.js", ballot_cocktail_transcript_js, sizeof ballot_cocktail_transcript_js},
    {"ballot/cocktail.js", ballot_cocktail_js, sizeof ballot_cocktail_js},
    {"ballot/count-slips.js", ballot_count_slips_js, sizeof ballot_count_slips_js},
    {"ballot/credential.js", ballot_credential_js, sizeof ballot_credential_js},
    {"ballot/crockford.js", ballot_crockford_js, sizeof ballot_crockford_js},
    {"ballot/device.js", ballot_device_js, sizeof ballot_device_js},
    {"ballot/ed25519.js", ballot_ed25519_js, sizeof ballot_ed25519_js},
    {"ballot/ending.js", ballot_ending_js, sizeof ballot_ending_js},
    {"ballot/error.js", ballot_error_js, sizeof ballot_error_js},
    {"ballot/freeze.js", ballot_freeze_js, sizeof ballot_freeze_js},
    {"ballot/hash.js", ballot_hash_js, sizeof ballot_hash_js},
    {"ballot/hpke.js", ballot_hpke_js, sizeof ballot_hpke_js},
    {"ballot/http.js", ballot_http_js, sizeof ballot_http_js},
    {"ballot/interpolation.js", ballot_interpolation_js, sizeof ballot_interpolation_js},
    {"ballot/json-lines.js", ballot_json_lines_js, sizeof ballot_json_lines_js},
    {"ballot/json-reader.js", ballot_json_reader_js, sizeof ballot_json_reader_js},
    {"ballot/kept-manifest.js", ballot_kept_manifest_js, sizeof ballot_kept_manifest_js},
    {"ballot/key-copy.js", ballot_key_copy_js, sizeof ballot_key_copy_js},
    {"ballot/key-keeper.js", ballot_key_keeper_js, sizeof ballot_key_keeper_js},
    {"ballot/key-sheet.js", ballot_key_sheet_js, sizeof ballot_key_sheet_js},
    {"ballot/keys.js", ballot_keys_js, sizeof ballot_keys_js},
    {"ballot/lanes.js", ballot_lanes_js, sizeof ballot_lanes_js},
    {"ballot/manifest-casting.js", ballot_manifest_casting_js, sizeof ballot_manifest_casting_js},
    {"ballot/manifest.js", ballot_manifest_js, sizeof ballot_manifest_js},
    {"ballot/merkle.js", ballot_merkle_js, sizeof ballot_merkle_js},
    {"ballot/modular.js", ballot_modular_js, sizeof ballot_modular_js},
    {"ballot/ohttp.js", ballot_ohttp_js, sizeof ballot_ohttp_js},
    {"ballot/opening.js", ballot_opening_js, sizeof ballot_opening_js},
    {"ballot/other-host.js", ballot_other_host_js, sizeof ballot_other_host_js},
    {"ballot/own-line.js", ballot_own_line_js, sizeof ballot_own_line_js},
    {"ballot/p256.js", ballot_p256_js, sizeof ballot_p256_js},
    {"ballot/passage.js", ballot_passage_js, sizeof ballot_passage_js},
    {"ballot/receipt.js", ballot_receipt_js, sizeof ballot_receipt_js},
    {"ballot/relay-client.js", ballot_relay_client_js, sizeof ballot_relay_client_js},
    {"ballot/relay-reference.js", ballot_relay_reference_js, sizeof ballot_relay_reference_js},
    {"ballot/relay-statements.js", ballot_relay_statements_js, sizeof ballot_relay_statements_js},
    {"ballot/relay.js", ballot_relay_js, sizeof ballot_relay_js},
    {"ballot/relayed-ballot.js", ballot_relayed_ballot_js, sizeof ballot_relayed_ballot_js},
    {"ballot/round-code.js", ballot_round_code_js, sizeof ballot_round_code_js},
    {"ballot/seal.js", ballot_seal_js, sizeof ballot_seal_js},
    {"ballot/sealed-audit.js", ballot_sealed_audit_js, sizeof ballot_sealed_audit_js},
    {"ballot/sealed-documents.js", ballot_sealed_documents_js, sizeof ballot_sealed_documents_js},
    {"ballot/sealed-lists.js", ballot_sealed_lists_js, sizeof ballot_sealed_lists_js},
    {"ballot/sealed-times.js", ballot_sealed_times_js, sizeof ballot_sealed_times_js},
    {"ballot/seat-client.js", ballot_seat_client_js, sizeof ballot_seat_client_js},
    {"ballot/seat-count.js", ballot_seat_count_js, sizeof ballot_seat_count_js},
    {"ballot/seat-key.js", ballot_seat_key_js, sizeof ballot_seat_key_js},
    {"ballot/seat-records.js", ballot_seat_records_js, sizeof ballot_seat_records_js},
    {"ballot/seat.js", ballot_seat_js, sizeof ballot_seat_js},
    {"ballot/session.js", ballot_session_js, sizeof ballot_session_js},
    {"ballot/shared-factor.js", ballot_shared_factor_js, sizeof ballot_shared_factor_js},
    {"ballot/slip.js", ballot_slip_js, sizeof ballot_slip_js},
    {"ballot/store.js", ballot_store_js, sizeof ballot_store_js},
    {"ballot/strict-json.js", ballot_strict_json_js, sizeof ballot_strict_json_js},
    {"ballot/token.js", ballot_token_js, sizeof ballot_token_js},
    {"ballot/transcript.js", ballot_transcript_js, sizeof ballot_transcript_js},
    {"ballot/xaes.js", ballot_xaes_js, sizeof ballot_xaes_js},
    {"samples/trial-units.csv", samples_trial_units_csv, sizeof samples_trial_units_csv},
    {"samples/trial-voters.csv", samples_trial_voters_csv, sizeof samples_trial_voters_csv},
    {"scripts/account/passkey.js", scripts_account_passkey_js, sizeof scripts_account_passkey_js},
    {"scripts/board/board-page.js", scripts_board_board_page_js, sizeof scripts_board_board_page_js},
    {"scripts/board/copy-reading.js", scripts_board_copy_reading_js, sizeof scripts_board_copy_reading_js},
    {"scripts/board/copy-sheet.js", scripts_board_copy_sheet_js, sizeof scripts_board_copy_sheet_js},
    {"scripts/board/count-check.js", scripts_board_count_check_js, sizeof scripts_board_count_check_js},
    {"scripts/board/counted-page.js", scripts_board_counted_page_js, sizeof scripts_board_counted_page_js},
    {"scripts/board/evidence.js", scripts_board_evidence_js, sizeof scripts_board_evidence_js},
    {"scripts/board/key-reading.js", scripts_board_key_reading_js, sizeof scripts_board_key_reading_js},
    {"scripts/board/key-source.js", scripts_board_key_source_js, sizeof scripts_board_key_source_js},
    {"scripts/board/make-key.js", scripts_board_make_key_js, sizeof scripts_board_make_key_js},
    {"scripts/board/open-page.js", scripts_board_open_page_js, sizeof scripts_board_open_page_js},
    {"scripts/board/relay-facts.js", scripts_board_relay_facts_js, sizeof scripts_board_relay_facts_js},
    {"scripts/board/round-facts.js", scripts_board_round_facts_js, sizeof scripts_board_round_facts_js},
    {"scripts/board/scan-code.js", scripts_board_scan_code_js, sizeof scripts_board_scan_code_js},
    {"scripts/board/seat-entering.js", scripts_board_seat_entering_js, sizeof scripts_board_seat_entering_js},
    {"scripts/board/seat-making.js", scripts_board_seat_making_js, sizeof scripts_board_seat_making_js},
    {"scripts/board/seat-opening.js", scripts_board_seat_opening_js, sizeof scripts_board_seat_opening_js},
    {"scripts/board/seat-page.js", scripts_board_seat_page_js, sizeof scripts_board_seat_page_js},
    {"scripts/board/seat-signing.js", scripts_board_seat_signing_js, sizeof scripts_board_seat_signing_js},
    {"scripts/board/seat-words.js", scripts_board_seat_words_js, sizeof scripts_board_seat_words_js},
    {"scripts/board/sign-page.js", scripts_board_sign_page_js, sizeof scripts_board_sign_page_js},
    {"scripts/common/board-words.js", scripts_common_board_words_js, sizeof scripts_common_board_words_js},
    {"scripts/common/code-groups.js", scripts_common_code_groups_js, sizeof scripts_common_code_groups_js},
    {"scripts/common/dom.js", scripts_common_dom_js, sizeof scripts_common_dom_js},
    {"scripts/common/password-again.js", scripts_common_password_again_js, sizeof scripts_common_password_again_js},
    {"scripts/common/qr-code.js", scripts_common_qr_code_js, sizeof scripts_common_qr_code_js},
    {"scripts/common/qr-words.js", scripts_common_qr_words_js, sizeof scripts_common_qr_words_js},
    {"scripts/common/seldom.js", scripts_common_seldom_js, sizeof scripts_common_seldom_js},
    {"scripts/desk/board-members.js", scripts_desk_board_members_js, sizeof scripts_desk_board_members_js},
    {"scripts/desk/card-codes.js", scripts_desk_card_codes_js, sizeof scripts_desk_card_codes_js},
    {"scripts/desk/card-sheets.js", scripts_desk_card_sheets_js, sizeof scripts_desk_card_sheets_js},
    {"scripts/desk/cards-page.js", scripts_desk_cards_page_js, sizeof scripts_desk_cards_page_js},
    {"scripts/desk/invitation-sheets.js", scripts_desk_invitation_sheets_js, sizeof scripts_desk_invitation_sheets_js},
    {"scripts/desk/table-drop.js", scripts_desk_table_drop_js, sizeof scripts_desk_table_drop_js},
    {"scripts/member/access-code-input.js", scripts_member_access_code_input_js, sizeof scripts_member_access_code_input_js},
    {"scripts/member/afterwards.js", scripts_member_afterwards_js, sizeof scripts_member_afterwards_js},
    {"scripts/member/ballot-code.js", scripts_member_ballot_code_js, sizeof scripts_member_ballot_code_js},
    {"scripts/member/card-address.js", scripts_member_card_address_js, sizeof scripts_member_card_address_js},
    {"scripts/member/card-scanning.js", scripts_member_card_scanning_js, sizeof scripts_member_card_scanning_js},
    {"scripts/member/casting.js", scripts_member_casting_js, sizeof scripts_member_casting_js},
    {"scripts/member/comparing.js", scripts_member_comparing_js, sizeof scripts_member_comparing_js},
    {"scripts/member/doubt-words.js", scripts_member_doubt_words_js, sizeof scripts_member_doubt_words_js},
    {"scripts/member/doubt.js", scripts_member_doubt_js, sizeof scripts_member_doubt_js},
    {"scripts/member/elsewhere.js", scripts_member_elsewhere_js, sizeof scripts_member_elsewhere_js},
    {"scripts/member/entrance.js", scripts_member_entrance_js, sizeof scripts_member_entrance_js},
    {"scripts/member/erasing.js", scripts_member_erasing_js, sizeof scripts_member_erasing_js},
    {"scripts/member/following.js", scripts_member_following_js, sizeof scripts_member_following_js},
    {"scripts/member/handed.js", scripts_member_handed_js, sizeof scripts_member_handed_js},
    {"scripts/member/handing.js", scripts_member_handing_js, sizeof scripts_member_handing_js},
    {"scripts/member/joining.js", scripts_member_joining_js, sizeof scripts_member_joining_js},
    {"scripts/member/late-words.js", scripts_member_late_words_js, sizeof scripts_member_late_words_js},
    {"scripts/member/mark-choice.js", scripts_member_mark_choice_js, sizeof scripts_member_mark_choice_js},
    {"scripts/member/mark-sheet.js", scripts_member_mark_sheet_js, sizeof scripts_member_mark_sheet_js},
    {"scripts/member/marking-table.js", scripts_member_marking_table_js, sizeof scripts_member_marking_table_js},
    {"scripts/member/marking.js", scripts_member_marking_js, sizeof scripts_member_marking_js},
    {"scripts/member/marks-review.js", scripts_member_marks_review_js, sizeof scripts_member_marks_review_js},
    {"scripts/member/member-app.js", scripts_member_member_app_js, sizeof scripts_member_member_app_js},
    {"scripts/member/member-fault.js", scripts_member_member_fault_js, sizeof scripts_member_member_fault_js},
    {"scripts/member/member-visit.js", scripts_member_member_visit_js, sizeof scripts_member_member_visit_js},
    {"scripts/member/member-words.js", scripts_member_member_words_js, sizeof scripts_member_member_words_js},
    {"scripts/member/milestones.js", scripts_member_milestones_js, sizeof scripts_member_milestones_js},
    {"scripts/member/mixed.js", scripts_member_mixed_js, sizeof scripts_member_mixed_js},
    {"scripts/member/receiving.js", scripts_member_receiving_js, sizeof scripts_member_receiving_js},
    {"scripts/member/relay-keys.js", scripts_member_relay_keys_js, sizeof scripts_member_relay_keys_js},
    {"scripts/member/relay-refusal.js", scripts_member_relay_refusal_js, sizeof scripts_member_relay_refusal_js},
    {"scripts/member/relayed.js", scripts_member_relayed_js, sizeof scripts_member_relayed_js},
    {"scripts/member/round-watch.js", scripts_member_round_watch_js, sizeof scripts_member_round_watch_js},
    {"scripts/member/small-mix.js", scripts_member_small_mix_js, sizeof scripts_member_small_mix_js},
    {"scripts/member/stage-view.js", scripts_member_stage_view_js, sizeof scripts_member_stage_view_js},
    {"scripts/member/unsent.js", scripts_member_unsent_js, sizeof scripts_member_unsent_js},
    {"scripts/member/way-choice.js", scripts_member_way_choice_js, sizeof scripts_member_way_choice_js},
    {"scripts/member/way-words.js", scripts_member_way_words_js, sizeof scripts_member_way_words_js},
    {"scripts/round/freeze-progress.js", scripts_round_freeze_progress_js, sizeof scripts_round_freeze_progress_js},
    {"scripts/round/live-warnings.js", scripts_round_live_warnings_js, sizeof scripts_round_live_warnings_js},
    {"scripts/round/presence.js", scripts_round_presence_js, sizeof scripts_round_presence_js},
    {"scripts/round/public-round.js", scripts_round_public_round_js, sizeof scripts_round_public_round_js},
    {"scripts/round/public-status.js", scripts_round_public_status_js, sizeof scripts_round_public_status_js},
    {"scripts/round/quorum-gauge.js", scripts_round_quorum_gauge_js, sizeof scripts_round_quorum_gauge_js},
    {"scripts/round/relay-holdings.js", scripts_round_relay_holdings_js, sizeof scripts_round_relay_holdings_js},
    {"scripts/round/round-live.js", scripts_round_round_live_js, sizeof scripts_round_round_live_js},
    {"scripts/round/staff-call.js", scripts_round_staff_call_js, sizeof scripts_round_staff_call_js},
    {"scripts/round/step-forms.js", scripts_round_step_forms_js, sizeof scripts_round_step_forms_js},
    {"scripts/round/taking-forms.js", scripts_round_taking_forms_js, sizeof scripts_round_taking_forms_js},
    {"scripts/round/taking-steps.js", scripts_round_taking_steps_js, sizeof scripts_round_taking_steps_js},
    {"scripts/screen/figures.js", scripts_screen_figures_js, sizeof scripts_screen_figures_js},
    {"scripts/screen/follow.js", scripts_screen_follow_js, sizeof scripts_screen_follow_js},
    {"scripts/screen/pages.js", scripts_screen_pages_js, sizeof scripts_screen_pages_js},
    {"scripts/screen/screen.js", scripts_screen_screen_js, sizeof scripts_screen_screen_js},
    {"scripts/signer/signer-choose.js", scripts_signer_signer_choose_js, sizeof scripts_signer_signer_choose_js},
    {"scripts/signer/signer-forms.js", scripts_signer_signer_forms_js, sizeof scripts_signer_signer_forms_js},
    {"scripts/trial/trial-codes.js", scripts_trial_trial_codes_js, sizeof scripts_trial_trial_codes_js},
    {"scripts/trial/trial-looks.js", scripts_trial_trial_looks_js, sizeof scripts_trial_trial_looks_js},
    {"scripts/trial/trial-voters.js", scripts_trial_trial_voters_js, sizeof scripts_trial_trial_voters_js},
    {"scripts/trial/trial.js", scripts_trial_trial_js, sizeof scripts_trial_trial_js},
    {"scripts/verify/camera.js", scripts_verify_camera_js, sizeof scripts_verify_camera_js},
    {"scripts/verify/files.js", scripts_verify_files_js, sizeof scripts_verify_files_js},
    {"scripts/verify/verify.js", scripts_verify_verify_js, sizeof scripts_verify_verify_js},
    {"styles/accounts.css", styles_accounts_css, sizeof styles_accounts_css},
    {"styles/board.css", styles_board_css, sizeof styles_board_css},
    {"styles/desk-board.css", styles_desk_board_css, sizeof styles_desk_board_css},
    {"styles/desk-cards.css", styles_desk_cards_css, sizeof styles_desk_cards_css},
    {"styles/desk.css", styles_desk_css, sizeof styles_desk_css},
    {"styles/house.css", styles_house_css, sizeof styles_house_css},
    {"styles/icon.svg", styles_icon_svg, sizeof styles_icon_svg},
    {"styles/member.css", styles_member_css, sizeof styles_member_css},
    {"styles/outcomes.css", styles_outcomes_css, sizeof styles_outcomes_css},
    {"styles/public.css", styles_public_css, sizeof styles_public_css},
    {"styles/round.css", styles_round_css, sizeof styles_round_css},
    {"styles/screen.css", styles_screen_css, sizeof styles_screen_css},
    {"styles/seat.css", styles_seat_css, sizeof styles_seat_css},
    {"styles/signer.css", styles_signer_css, sizeof styles_signer_css},
    {"styles/trial.css", styles_trial_css, sizeof styles_trial_css},
    {"styles/verdict.css", styles_verdict_css, sizeof styles_verdict_css},
    {"templates/account-form.mustache", templates_account_form_mustache, sizeof templates_account_form_mustache},
    {"templates/account.mustache", templates_account_mustache, sizeof templates_account_mustache},
    {"templates/accounts.mustache", templates_accounts_mustache, sizeof templates_accounts_mustache},
    {"templates/annulled.mustache", templates_annulled_mustache, sizeof templates_annulled_mustache},
    {"templates/board-count-check.mustache", templates_board_count_check_mustache, sizeof templates_board_count_check_mustache},
    {"templates/board-counted.mustache", templates_board_counted_mustache, sizeof templates_board_counted_mustache},
    {"templates/board-evidence.mustache", templates_board_evidence_mustache, sizeof templates_board_evidence_mustache},
    {"templates/board-key-reading.mustache", templates_board_key_reading_mustache, sizeof templates_board_key_reading_mustache},
    {"templates/board-key-source.mustache", templates_board_key_source_mustache, sizeof templates_board_key_source_mustache},
    {"templates/board-make-key.mustache", templates_board_make_key_mustache, sizeof templates_board_make_key_mustache},
    {"templates/board-open.mustache", templates_board_open_mustache, sizeof templates_board_open_mustache},
    {"templates/board-seat.mustache", templates_board_seat_mustache, sizeof templates_board_seat_mustache},
    {"templates/board-several.mustache", templates_board_several_mustache, sizeof templates_board_several_mustache},
    {"templates/board-sheet.mustache", templates_board_sheet_mustache, sizeof templates_board_sheet_mustache},
    {"templates/board-sign.mustache", templates_board_sign_mustache, sizeof templates_board_sign_mustache},
    {"templates/board-wait.mustache", templates_board_wait_mustache, sizeof templates_board_wait_mustache},
    {"templates/board.mustache", templates_board_mustache, sizeof templates_board_mustache},
    {"templates/code.mustache", templates_code_mustache, sizeof templates_code_mustache},
    {"templates/confirm.mustache", templates_confirm_mustache, sizeof templates_confirm_mustache},
    {"templates/contradiction.mustache", templates_contradiction_mustache, sizeof templates_contradiction_mustache},
    {"templates/count-bar.mustache", templates_count_bar_mustache, sizeof templates_count_bar_mustache},
    {"templates/decision.mustache", templates_decision_mustache, sizeof templates_decision_mustache},
    {"templates/decisions-crumbs.mustache", templates_decisions_crumbs_mustache, sizeof templates_decisions_crumbs_mustache},
    {"templates/desk-board.mustache", templates_desk_board_mustache, sizeof templates_desk_board_mustache},
    {"templates/desk-cards.mustache", templates_desk_cards_mustache, sizeof templates_desk_cards_mustache},
    {"templates/desk-frozen.mustache", templates_desk_frozen_mustache, sizeof templates_desk_frozen_mustache},
    {"templates/desk-members.mustache", templates_desk_members_mustache, sizeof templates_desk_members_mustache},
    {"templates/desk-new.mustache", templates_desk_new_mustache, sizeof templates_desk_new_mustache},
    {"templates/desk-preview.mustache", templates_desk_preview_mustache, sizeof templates_desk_preview_mustache},
    {"templates/desk-relays.mustache", templates_desk_relays_mustache, sizeof templates_desk_relays_mustache},
    {"templates/desk-round-head.mustache", templates_desk_round_head_mustache, sizeof templates_desk_round_head_mustache},
    {"templates/desk-steps.mustache", templates_desk_steps_mustache, sizeof templates_desk_steps_mustache},
    {"templates/desk-table-form.mustache", templates_desk_table_form_mustache, sizeof templates_desk_table_form_mustache},
    {"templates/desk-units.mustache", templates_desk_units_mustache, sizeof templates_desk_units_mustache},
    {"templates/desk.mustache", templates_desk_mustache, sizeof templates_desk_mustache},
    {"templates/digest-row.mustache", templates_digest_row_mustache, sizeof templates_digest_row_mustache},
    {"templates/factors.mustache", templates_factors_mustache, sizeof templates_factors_mustache},
    {"templates/form-token.mustache", templates_form_token_mustache, sizeof templates_form_token_mustache},
    {"templates/home.mustache", templates_home_mustache, sizeof templates_home_mustache},
    {"templates/identity.mustache", templates_identity_mustache, sizeof templates_identity_mustache},
    {"templates/item-form.mustache", templates_item_form_mustache, sizeof templates_item_form_mustache},
    {"templates/journal.mustache", templates_journal_mustache, sizeof templates_journal_mustache},
    {"templates/language.mustache", templates_language_mustache, sizeof templates_language_mustache},
    {"templates/layout.mustache", templates_layout_mustache, sizeof templates_layout_mustache},
    {"templates/mark-no.mustache", templates_mark_no_mustache, sizeof templates_mark_no_mustache},
    {"templates/mark-unknown.mustache", templates_mark_unknown_mustache, sizeof templates_mark_unknown_mustache},
    {"templates/mark-yes.mustache", templates_mark_yes_mustache, sizeof templates_mark_yes_mustache},
    {"templates/member-header.mustache", templates_member_header_mustache, sizeof templates_member_header_mustache},
    {"templates/member-round.mustache", templates_member_round_mustache, sizeof templates_member_round_mustache},
    {"templates/member-start.mustache", templates_member_start_mustache, sizeof templates_member_start_mustache},
    {"templates/newcomer.mustache", templates_newcomer_mustache, sizeof templates_newcomer_mustache},
    {"templates/outcome-cards.mustache", templates_outcome_cards_mustache, sizeof templates_outcome_cards_mustache},
    {"templates/outcome-table.mustache", templates_outcome_table_mustache, sizeof templates_outcome_table_mustache},
    {"templates/outcome-word.mustache", templates_outcome_word_mustache, sizeof templates_outcome_word_mustache},
    {"templates/presence.mustache", templates_presence_mustache, sizeof templates_presence_mustache},
    {"templates/problem.mustache", templates_problem_mustache, sizeof templates_problem_mustache},
    {"templates/public-relays.mustache", templates_public_relays_mustache, sizeof templates_public_relays_mustache},
    {"templates/public-round-state.mustache", templates_public_round_state_mustache, sizeof templates_public_round_state_mustache},
    {"templates/public-round.mustache", templates_public_round_mustache, sizeof templates_public_round_mustache},
    {"templates/qr-code.mustache", templates_qr_code_mustache, sizeof templates_qr_code_mustache},
    {"templates/quorum-words.mustache", templates_quorum_words_mustache, sizeof templates_quorum_words_mustache},
    {"templates/quorum.mustache", templates_quorum_mustache, sizeof templates_quorum_mustache},
    {"templates/refusal.mustache", templates_refusal_mustache, sizeof templates_refusal_mustache},
    {"templates/register-table.mustache", templates_register_table_mustache, sizeof templates_register_table_mustache},
    {"templates/register.mustache", templates_register_mustache, sizeof templates_register_mustache},
    {"templates/relay-identity.mustache", templates_relay_identity_mustache, sizeof templates_relay_identity_mustache},
    {"templates/relay-lines.mustache", templates_relay_lines_mustache, sizeof templates_relay_lines_mustache},
    {"templates/relay-trial.mustache", templates_relay_trial_mustache, sizeof templates_relay_trial_mustache},
    {"templates/relay-words.mustache", templates_relay_words_mustache, sizeof templates_relay_words_mustache},
    {"templates/round-back-button.mustache", templates_round_back_button_mustache, sizeof templates_round_back_button_mustache},
    {"templates/round-board-button.mustache", templates_round_board_button_mustache, sizeof templates_round_board_button_mustache},
    {"templates/round-cancel.mustache", templates_round_cancel_mustache, sizeof templates_round_cancel_mustache},
    {"templates/round-certify.mustache", templates_round_certify_mustache, sizeof templates_round_certify_mustache},
    {"templates/round-check-board.mustache", templates_round_check_board_mustache, sizeof templates_round_check_board_mustache},
    {"templates/round-check-cards.mustache", templates_round_check_cards_mustache, sizeof templates_round_check_cards_mustache},
    {"templates/round-check-door.mustache", templates_round_check_door_mustache, sizeof templates_round_check_door_mustache},
    {"templates/round-check-members.mustache", templates_round_check_members_mustache, sizeof templates_round_check_members_mustache},
    {"templates/round-check-units.mustache", templates_round_check_units_mustache, sizeof templates_round_check_units_mustache},
    {"templates/round-check.mustache", templates_round_check_mustache, sizeof templates_round_check_mustache},
    {"templates/round-confirm.mustache", templates_round_confirm_mustache, sizeof templates_round_confirm_mustache},
    {"templates/round-counts.mustache", templates_round_counts_mustache, sizeof templates_round_counts_mustache},
    {"templates/round-crumbs.mustache", templates_round_crumbs_mustache, sizeof templates_round_crumbs_mustache},
    {"templates/round-draft-board.mustache", templates_round_draft_board_mustache, sizeof templates_round_draft_board_mustache},
    {"templates/round-freeze-form.mustache", templates_round_freeze_form_mustache, sizeof templates_round_freeze_form_mustache},
    {"templates/round-freeze.mustache", templates_round_freeze_mustache, sizeof templates_round_freeze_mustache},
    {"templates/round-in-box.mustache", templates_round_in_box_mustache, sizeof templates_round_in_box_mustache},
    {"templates/round-life.mustache", templates_round_life_mustache, sizeof templates_round_life_mustache},
    {"templates/round-links.mustache", templates_round_links_mustache, sizeof templates_round_links_mustache},
    {"templates/round-members-button.mustache", templates_round_members_button_mustache, sizeof templates_round_members_button_mustache},
    {"templates/round-minutes-button.mustache", templates_round_minutes_button_mustache, sizeof templates_round_minutes_button_mustache},
    {"templates/round-minutes-date.mustache", templates_round_minutes_date_mustache, sizeof templates_round_minutes_date_mustache},
    {"templates/round-next-certified.mustache", templates_round_next_certified_mustache, sizeof templates_round_next_certified_mustache},
    {"templates/round-next-closing.mustache", templates_round_next_closing_mustache, sizeof templates_round_next_closing_mustache},
    {"templates/round-next-draft.mustache", templates_round_next_draft_mustache, sizeof templates_round_next_draft_mustache},
    {"templates/round-next-frozen.mustache", templates_round_next_frozen_mustache, sizeof templates_round_next_frozen_mustache},
    {"templates/round-next-issuing.mustache", templates_round_next_issuing_mustache, sizeof templates_round_next_issuing_mustache},
    {"templates/round-next-opened.mustache", templates_round_next_opened_mustache, sizeof templates_round_next_opened_mustache},
    {"templates/round-next-sealed.mustache", templates_round_next_sealed_mustache, sizeof templates_round_next_sealed_mustache},
    {"templates/round-next-voting.mustache", templates_round_next_voting_mustache, sizeof templates_round_next_voting_mustache},
    {"templates/round-open-one.mustache", templates_round_open_one_mustache, sizeof templates_round_open_one_mustache},
    {"templates/round-open-several.mustache", templates_round_open_several_mustache, sizeof templates_round_open_several_mustache},
    {"templates/round-record-button.mustache", templates_round_record_button_mustache, sizeof templates_round_record_button_mustache},
    {"templates/round-results-button.mustache", templates_round_results_button_mustache, sizeof templates_round_results_button_mustache},
    {"templates/round-results.mustache", templates_round_results_mustache, sizeof templates_round_results_mustache},
    {"templates/round-sign-one.mustache", templates_round_sign_one_mustache, sizeof templates_round_sign_one_mustache},
    {"templates/round-sign-several.mustache", templates_round_sign_several_mustache, sizeof templates_round_sign_several_mustache},
    {"templates/round-state.mustache", templates_round_state_mustache, sizeof templates_round_state_mustache},
    {"templates/round-step.mustache", templates_round_step_mustache, sizeof templates_round_step_mustache},
    {"templates/round-warnings.mustache", templates_round_warnings_mustache, sizeof templates_round_warnings_mustache},
    {"templates/round.mustache", templates_round_mustache, sizeof templates_round_mustache},
    {"templates/rounds-link.mustache", templates_rounds_link_mustache, sizeof templates_rounds_link_mustache},
    {"templates/rule-choice.mustache", templates_rule_choice_mustache, sizeof templates_rule_choice_mustache},
    {"templates/rule-field.mustache", templates_rule_field_mustache, sizeof templates_rule_field_mustache},
    {"templates/screen-meeting.mustache", templates_screen_meeting_mustache, sizeof templates_screen_meeting_mustache},
    {"templates/screen-outcomes.mustache", templates_screen_outcomes_mustache, sizeof templates_screen_outcomes_mustache},
    {"templates/screen-progress.mustache", templates_screen_progress_mustache, sizeof templates_screen_progress_mustache},
    {"templates/screen-quorum.mustache", templates_screen_quorum_mustache, sizeof templates_screen_quorum_mustache},
    {"templates/screen.mustache", templates_screen_mustache, sizeof templates_screen_mustache},
    {"templates/sign-in-factor.mustache", templates_sign_in_factor_mustache, sizeof templates_sign_in_factor_mustache},
    {"templates/sign-in.mustache", templates_sign_in_mustache, sizeof templates_sign_in_mustache},
    {"templates/signer-annul.mustache", templates_signer_annul_mustache, sizeof templates_signer_annul_mustache},
    {"templates/signer-archive.mustache", templates_signer_archive_mustache, sizeof templates_signer_archive_mustache},
    {"templates/signer-decision.mustache", templates_signer_decision_mustache, sizeof templates_signer_decision_mustache},
    {"templates/signer-key.mustache", templates_signer_key_mustache, sizeof templates_signer_key_mustache},
    {"templates/signer-paper.mustache", templates_signer_paper_mustache, sizeof templates_signer_paper_mustache},
    {"templates/signer-seal.mustache", templates_signer_seal_mustache, sizeof templates_signer_seal_mustache},
    {"templates/signer.mustache", templates_signer_mustache, sizeof templates_signer_mustache},
    {"templates/trial-members.mustache", templates_trial_members_mustache, sizeof templates_trial_members_mustache},
    {"templates/trial.mustache", templates_trial_mustache, sizeof templates_trial_mustache},
    {"templates/verdict-answers.mustache", templates_verdict_answers_mustache, sizeof templates_verdict_answers_mustache},
    {"templates/verdict-paper.mustache", templates_verdict_paper_mustache, sizeof templates_verdict_paper_mustache},
    {"templates/verify-forms.mustache", templates_verify_forms_mustache, sizeof templates_verify_forms_mustache},
    {"templates/verify.mustache", templates_verify_mustache, sizeof templates_verify_mustache},
};

const struct web_asset *web_assets(size_t *count) {
    *count = sizeof all / sizeof all[0];
    return all;
}
